package hansom.command;

import hansom.command.fare.QuoteStory;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.order.AssignedDriver;
import hansom.contract.person.Sealed;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Drivers by number, each in a car, who take an order. */
final class Assigned {
    private Assigned() {}

    static AssignedDriver by(int number, Quote quote) {
        DriverId driver = new DriverId("drv_019a0000-0000-7000-8000-%012x".formatted(number));
        ShiftId shift = ShiftId.of(driver);
        var car = new Vehicle(
                new VehicleId("veh_" + QuoteStory.UUID),
                VehicleType.CAR,
                Set.of(ProductClass.ECONOMY),
                "Skoda",
                "Octavia",
                "white",
                2022,
                new Sealed(driver.value(), "plate"),
                Set.of());
        var person = new DriverOnShift(
                driver, new Sealed(driver.value(), "name"), null, car, null, null, LocalDate.of(2099, 1, 1));
        return new AssignedDriver(
                driver, shift, OfferId.of(shift, quote.orderId(), 1), person, Duration.ofMinutes(4), Instant.now());
    }
}
