package hansom.contract.order;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import java.time.Duration;
import java.time.Instant;

/** Who drives an order: from which shift and offer, in which car, and how long he said the way to the pick-up takes. */
public record AssignedDriver(
        DriverId driverId,
        ShiftId shiftId,
        OfferId offerId,
        DriverOnShift driver,
        Duration pickupTime,
        Instant acceptedAt) {}
