package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.Point;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.SilentDrivers.Silent;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftEvent.SignalLost;
import hansom.contract.shift.ShiftId;
import hansom.geo.guide.Guides;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DriverQueriesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final DriverId BEN = Drivers.driver(1);
    private static final ShiftId SHIFT = ShiftId.of(BEN);
    private static final Point CASINO = new Point(43.7393, 7.42775);
    private static final Point HARBOUR = new Point(43.7350, 7.4215);

    private static RoadNetwork network;

    private final HandClock clock = new HandClock(NOON);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private final AtomicReference<Optional<Instant>> listening =
            new AtomicReference<>(Optional.of(NOON.minusSeconds(600)));
    private final Guides guides =
            new Guides(() -> RoadConfiguration.planner(network).courses(), _ -> {}, clock);
    private final DriverQueries queries =
            new DriverQueries(board, listening::get, shifts, guides, network::pursuit, clock);

    @BeforeAll
    static void openTheMap() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void tellsWhereADriverWasLastSeen() {
        assertThat(queries.handle(new FindPosition(BEN))).isEmpty();
        heard(NOON);
        assertThat(queries.handle(new FindPosition(BEN))).contains(Drivers.at(BEN, CASINO, NOON));
    }

    @Test
    void guidesWhoeverWasHeardOf() {
        GuideDriver asked = new GuideDriver(BEN, List.of(HARBOUR, CASINO), VehicleType.CAR, "en", false, null);
        assertRefused(() -> queries.handle(asked), RefusalCode.POSITION_UNKNOWN);
        heard(NOON);
        Guidance guidance = queries.handle(asked);
        assertThat(guidance.from()).isEqualTo(Drivers.at(BEN, CASINO, NOON));
        assertThat(guidance.distance().metres())
                .isGreaterThan(2 * CASINO.straightTo(HARBOUR).metres());
        assertThat(guidance.time()).isPositive();
    }

    @Test
    void listsWhoFellSilentSinceHeardOrSinceOnShift() {
        heard(NOON);
        shifts.on(Events.opened(BEN, NOON));
        clock.forward(Duration.ofSeconds(5));
        shifts.on(Events.opened(Drivers.driver(2), NOON.plusSeconds(5)));
        clock.forward(Duration.ofSeconds(24));
        assertThat(silent().silent()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(silent().silent()).containsExactly(new Silent(BEN, SHIFT, NOON));
        clock.forward(Duration.ofSeconds(5));
        assertThat(silent().silent()).extracting(Silent::lastSeen).containsExactlyInAnyOrder(NOON, NOON.plusSeconds(5));
    }

    @Test
    void listsWhoIsHeardAgain() {
        shifts.on(Events.opened(BEN, NOON.minusSeconds(100)));
        shifts.on(new SignalLost(SHIFT, NOON.minusSeconds(100), NOON));
        assertThat(silent().heardAgain()).isEmpty();
        heard(NOON);
        assertThat(silent()).isEqualTo(new SilentDrivers(List.of(), List.of(SHIFT)));
    }

    @Test
    void callsNobodySilentWhomItCouldNotHear() {
        heard(NOON);
        shifts.on(Events.opened(BEN, NOON));
        clock.forward(Duration.ofMinutes(5));
        listening.set(Optional.empty());
        assertRefused(this::silent, RefusalCode.TEMPORARILY_UNAVAILABLE);
        listening.set(Optional.of(clock.instant()));
        assertRefused(this::silent, RefusalCode.TEMPORARILY_UNAVAILABLE);
        clock.forward(Duration.ofSeconds(6));
        assertThat(silent().silent()).isEmpty();
        clock.forward(HALF_A_MINUTE);
        assertThat(silent().silent()).containsExactly(new Silent(BEN, SHIFT, NOON));
    }

    @Test
    void leavesWhoWasLostSilentWhenItBeginsToListen() {
        heard(NOON);
        shifts.on(Events.opened(BEN, NOON));
        shifts.on(new SignalLost(SHIFT, NOON, NOON.plusSeconds(30)));
        clock.forward(Duration.ofMinutes(5));
        listening.set(Optional.of(clock.instant().minusSeconds(6)));
        assertThat(silent()).isEqualTo(new SilentDrivers(List.of(new Silent(BEN, SHIFT, NOON)), List.of()));
    }

    private SilentDrivers silent() {
        return queries.handle(new ListSilentDrivers(HALF_A_MINUTE));
    }

    private void heard(Instant at) {
        board.put(new Fix(Drivers.at(BEN, CASINO, at), at));
    }

    private static void assertRefused(ThrowingCallable asked, RefusalCode code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        QueryExecutionException.class,
                        refused -> assertThat(refused.getDetails())
                                .hasValueSatisfying(details ->
                                        assertThat(((Refusal) details).code()).isEqualTo(code)));
    }
}
