package hansom.contract.geo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way that a driver keeps to, as it stood at {@code at} from where he was last seen: how long and how far it still is, and which way it is.
 * A way has a number, greater than that of the way before, and a reason why it took that one's place; {@code map} names what the time came
 * from, as that of a {@link Route} does. The route is null for who knows this number.
 */
public record Guidance(
        long number,
        Reason reason,
        Duration time,
        Distance distance,
        DriverPosition from,
        Instant at,
        String map,
        @Nullable Route route) {

    /** Why a way was chosen. */
    public enum Reason {
        /** There was none before to this place. */
        BEGUN,
        /** The driver left the one before. */
        OFF_ROUTE,
        /** A road of the one before was closed. */
        CLOSED_AHEAD,
        /** The map was updated, and a road of the one before is another now. */
        MAP_CHANGED,
        /** This one saves more than a minute and a tenth of the time. */
        FASTER
    }
}
