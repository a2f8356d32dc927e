package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.geo.road.Pursuit;
import hansom.geo.road.Whereabouts;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the place on the roads of everybody on shift at what the board says, on a thread of its own and soon after each report, so that no
 * road has to be looked for when it is asked who is how far. Who reports faster than can be followed is followed from his newest place.
 */
final class RoadFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoadFollower.class);
    private static final long TURN_MILLIS = 50;

    private final Board board;
    private final Function<DriverId, Optional<VehicleType>> vehicles;
    private final Pursuit pursuit;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("positions-on-roads").factory());

    RoadFollower(Board board, Function<DriverId, Optional<VehicleType>> vehicles, Pursuit pursuit) {
        this.board = board;
        this.vehicles = vehicles;
        this.pursuit = pursuit;
    }

    void start() {
        turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Never throws, or the turns would end. */
    void turn() {
        for (DriverId driver : board.takeMoved())
            try {
                board.find(driver).ifPresent(this::follow);
            } catch (RuntimeException failed) {
                LOG.warn("{} cannot be followed on the roads", driver, failed);
            }
    }

    private void follow(Fix fix) {
        @Nullable VehicleType vehicle = vehicles.apply(fix.driver()).orElse(null);
        if (vehicle == null) return;
        Whereabouts before = board.whereabouts(fix.driver()).orElse(null);
        board.place(fix.driver(), pursuit.next(before, fix.position(), vehicle).orElse(null));
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
