package hansom.contract.geo;

import hansom.contract.driver.DriverId;
import java.util.function.Consumer;

/** Follows a driver's positions as they arrive, from whichever node they were reported to; the latest wins, none is promised. */
public interface PositionFeed {
    /** Calls {@code seen} (quickly returning, from a shared thread) for each new position until the follower is closed. */
    Follower follow(DriverId driver, Consumer<DriverPosition> seen);

    /** Ends one following. */
    interface Follower extends AutoCloseable {
        @Override
        void close();
    }
}
