package hansom.contract.geo;

import hansom.contract.driver.DriverId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a driver's phone was at an instant; heading in degrees clockwise from north, speed in metres a second, both when known. */
public record DriverPosition(
        DriverId driverId,
        Point point,
        Instant at,
        @Nullable Integer heading,
        @Nullable Double speed) {}
