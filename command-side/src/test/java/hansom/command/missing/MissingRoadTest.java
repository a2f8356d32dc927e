package hansom.command.missing;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadCommand.JudgeMissingRoad;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.missing.MissingRoadId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissingRoadTest {
    private static final MissingRoadId ID = new MissingRoadId("mrd_019a0000-0000-7000-8000-000000000000");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<Point> LINE = List.of(new Point(43.73, 7.41), new Point(43.74, 7.42));

    private final AggregateTestFixture<MissingRoad> road = new AggregateTestFixture<>(MissingRoad.class);

    @BeforeEach
    void standsAtNoon() {
        road.registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void keepsWhatAnOperatorSaysOnce() {
        road.givenNoPriorActivity().when(judge(Verdict.ACCEPTED)).expectEvents(judged(Verdict.ACCEPTED));
        road.given(judged(Verdict.ACCEPTED)).when(judge(Verdict.ACCEPTED)).expectNoEvents();
    }

    @Test
    void takesALaterWordForAnEarlierOne() {
        road.given(judged(Verdict.ACCEPTED)).when(judge(Verdict.DISMISSED)).expectEvents(judged(Verdict.DISMISSED));
    }

    private static JudgeMissingRoad judge(Verdict verdict) {
        return new JudgeMissingRoad(ID, verdict, Kind.LACKING, LINE, "seen on site", "op_1");
    }

    private static MissingRoadJudged judged(Verdict verdict) {
        return new MissingRoadJudged(ID, verdict, Kind.LACKING, LINE, "seen on site", "op_1", NOON);
    }
}
