package hansom.geo.testing;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.order.OrderId;
import hansom.contract.person.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Drivers and orders by number, for tests. */
public final class Drivers {
    private Drivers() {}

    public static DriverId driver(int number) {
        return new DriverId("drv_" + uuid(number));
    }

    public static OrderId order(int number) {
        return new OrderId("ord_" + uuid(number));
    }

    public static DriverPosition at(DriverId driver, Point point, Instant at) {
        return new DriverPosition(driver, point, at, 90, 8.5);
    }

    public static DriverOnShift onShift(DriverId driver, Set<ProductClass> classes, Set<Wish> equipment) {
        return new DriverOnShift(
                driver,
                new Sealed(driver.value(), "name"),
                null,
                new Vehicle(
                        new VehicleId("veh_" + driver.value().substring(4)),
                        VehicleType.CAR,
                        classes,
                        "Skoda",
                        "Octavia",
                        "white",
                        2024,
                        new Sealed(driver.value(), "plate"),
                        equipment),
                480,
                null,
                LocalDate.of(2030, 1, 1));
    }

    private static String uuid(int number) {
        return "01990000-0000-7000-8000-%012d".formatted(number);
    }
}
