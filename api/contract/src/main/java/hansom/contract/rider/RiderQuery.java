package hansom.contract.rider;

import org.jspecify.annotations.Nullable;

/** What may be asked about riders. */
public sealed interface RiderQuery {
    /** Answered with an Optional {@link RiderView}. */
    record FindRider(RiderId riderId) implements RiderQuery {}

    /** Answered with an Optional {@link RiderClass}: all that a quote needs to know of a rider. */
    record FindRiderClass(RiderId riderId) implements RiderQuery {}

    /** For operators, newest first; answered with {@link RiderPage}. */
    record ListRiders(@Nullable String cursor, int limit) implements RiderQuery {}
}
