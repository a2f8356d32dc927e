package hansom.contract.geo;

import java.time.Duration;
import java.time.Instant;

/**
 * How long until a driver is at a point, by road, as reckoned at {@code at} from where he was last seen; {@code map} names what it came from,
 * as that of a {@link Route} does.
 */
public record Eta(Duration time, Distance distance, DriverPosition from, Instant at, String map) {}
