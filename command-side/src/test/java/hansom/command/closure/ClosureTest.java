package hansom.command.closure;

import static hansom.command.refusal.Refusals.refuses;

import hansom.contract.closure.ClosureCommand.CloseRoads;
import hansom.contract.closure.ClosureCommand.ReopenRoads;
import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureEvent.RoadsReopened;
import hansom.contract.closure.ClosureId;
import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final ClosureId ID = new ClosureId("cls_019a0000-0000-7000-8000-000000000000");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<Point> SQUARE =
            List.of(new Point(43.73, 7.41), new Point(43.74, 7.41), new Point(43.74, 7.42));
    private static final RoadsClosed CLOSED = new RoadsClosed(ID, SQUARE, NOON, null, "race", "op_1", NOON);

    private final AggregateTestFixture<Closure> closure = new AggregateTestFixture<>(Closure.class);

    @BeforeEach
    void standsAtNoon() {
        closure.registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void closesAnAreaOnce() {
        closure.givenNoPriorActivity().when(close(SQUARE, null)).expectEvents(CLOSED);
        closure.given(CLOSED).when(close(SQUARE, null)).expectNoEvents();
    }

    @Test
    void reopensOnce() {
        var reopened = new RoadsReopened(ID, "op_2", NOON);
        closure.given(CLOSED).when(new ReopenRoads(ID, "op_2")).expectEvents(reopened);
        closure.given(CLOSED, reopened).when(new ReopenRoads(ID, "op_2")).expectNoEvents();
        refuses(RefusalCode.CLOSURE_UNKNOWN, closure.givenNoPriorActivity().when(new ReopenRoads(ID, "op_2")));
    }

    @Test
    void refusesWhatIsNoAreaOrNoTime() {
        refuses(RefusalCode.INVALID_REQUEST, closure.givenNoPriorActivity().when(close(SQUARE.subList(0, 2), null)));
        refuses(RefusalCode.INVALID_REQUEST, closure.givenNoPriorActivity().when(close(SQUARE, NOON)));
    }

    private static CloseRoads close(List<Point> area, @Nullable Instant until) {
        return new CloseRoads(ID, area, NOON, until, "race", "op_1");
    }
}
