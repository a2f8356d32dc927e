package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.geo.road.Laps;
import hansom.geo.road.Passage;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the place on the roads of everybody on shift at what the board says, on a thread of its own and soon after each report, so that no
 * road has to be looked for when it is asked who is how far; and tells how long they took over each stretch. Who reports faster than can be
 * followed is followed from his newest place.
 */
final class RoadFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoadFollower.class);
    private static final long TURN_MILLIS = 50;
    private static final int TURNS_A_MINUTE = 1_200;
    /** Who has no order and stays so long where he is waits for one. */
    private static final Duration WAITS = Duration.ofMinutes(1);

    /** Who sets the clock ahead by more between two reports has moved it; less, and it runs faster. */
    private static final Duration JUMP = Duration.ofMinutes(10);

    private final Board board;
    private final Shifts shifts;
    private final Supplier<RoadNetwork> served;
    private final Clock realTime;
    private final Clock businessTime;
    private final BiConsumer<RoadNetwork, Passage> passed;
    private final Map<DriverId, Clocked> clocked = new HashMap<>();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("positions-on-roads").factory());
    private RoadNetwork network;
    private int turnsDone;

    /** The time that is taken of a car, and what its driver did at the last report. */
    private record Clocked(Laps laps, OpenShift shift, Duration ahead) {}

    /** {@code passed} hears of each passage, and on which roads it was. Phones keep real time; what passages are told in may be ahead of it, and run faster. */
    RoadFollower(
            Board board,
            Shifts shifts,
            Supplier<RoadNetwork> served,
            Clock realTime,
            Clock businessTime,
            BiConsumer<RoadNetwork, Passage> passed) {
        this.board = board;
        this.shifts = shifts;
        this.served = served;
        this.network = served.get();
        this.passed = passed;
        this.realTime = realTime;
        this.businessTime = businessTime;
    }

    void start() {
        turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Never throws, or the turns would end. */
    void turn() {
        if (served.get() != network) goOnto(served.get());
        for (DriverId driver : board.takeMoved())
            try {
                board.find(driver).ifPresent(this::follow);
            } catch (RuntimeException failed) {
                LOG.warn("{} cannot be followed on the roads", driver, failed);
            }
        if (++turnsDone % TURNS_A_MINUTE == 0)
            clocked.keySet().removeIf(driver -> board.find(driver).isEmpty());
    }

    /** Everybody is at the same place on the roads of a new map; the time of nobody is taken over both. */
    private void goOnto(RoadNetwork next) {
        clocked.clear();
        for (OpenShift shift : shifts.all())
            try {
                DriverId driver = shift.driverId();
                Whereabouts before = board.whereabouts(driver).orElse(null);
                Fix fix = board.find(driver).orElse(null);
                if (before != null && fix != null)
                    board.place(
                            driver,
                            next.pursuit()
                                    .again(before, network, fix.position())
                                    .orElse(null));
            } catch (RuntimeException failed) {
                LOG.warn("{} cannot be placed on the new map", shift.driverId(), failed);
            }
        network = next;
    }

    private void follow(Fix fix) {
        @Nullable OpenShift shift = shifts.find(fix.driver()).orElse(null);
        if (shift == null) return;
        Whereabouts before = board.whereabouts(fix.driver()).orElse(null);
        VehicleType vehicle = shift.driver().vehicle().type();
        Whereabouts after =
                network.pursuit().next(before, fix.position(), vehicle).orElse(null);
        board.place(fix.driver(), after);
        if (before == null || after == null || vehicle == VehicleType.TRUCK) {
            clocked.remove(fix.driver());
            return;
        }
        @Nullable Clocked known = clocked.get(fix.driver());
        Laps laps = known == null ? network.laps() : known.laps;
        Duration ahead = Duration.between(realTime.instant(), businessTime.instant());
        Duration aheadBefore = known == null ? ahead : known.ahead;
        boolean moved = after.at().isAfter(before.at());
        clocked.put(fix.driver(), new Clocked(laps, shift, moved ? ahead : aheadBefore));
        boolean explained = known == null
                || ahead.minus(aheadBefore).compareTo(JUMP) > 0
                || isExplained(known.shift, shift, before, after);
        laps.next(before.ahead(aheadBefore), after.ahead(moved ? ahead : aheadBefore), explained)
                .forEach(passage -> passed.accept(network, passage));
    }

    private static boolean isExplained(OpenShift then, OpenShift now, Whereabouts before, Whereabouts after) {
        boolean waits = now.order() == null && before.at().plus(WAITS).isBefore(after.heard());
        return waits || then.halts() != now.halts() || !Objects.equals(then.order(), now.order());
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
