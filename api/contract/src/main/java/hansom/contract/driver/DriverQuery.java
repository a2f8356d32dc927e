package hansom.contract.driver;

import org.jspecify.annotations.Nullable;

/** What may be asked about drivers. */
public sealed interface DriverQuery {
    /** Answered with an Optional {@link DriverView}. */
    record FindDriver(DriverId driverId) implements DriverQuery {}

    /** For operators, newest first, of one standing or all; answered with {@link DriverPage}. */
    record ListDrivers(
            DriverView.@Nullable Standing standing,
            @Nullable String cursor,
            int limit) implements DriverQuery {}
}
