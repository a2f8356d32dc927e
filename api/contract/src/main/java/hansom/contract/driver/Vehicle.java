package hansom.contract.driver;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.person.Sealed;
import java.util.Set;

/** A vehicle that a driver may drive; {@code classes} are those it is let into, {@code equipment} the wishes it can meet. */
public record Vehicle(
        VehicleId vehicleId,
        VehicleType type,
        Set<ProductClass> classes,
        String make,
        String model,
        String colour,
        int year,
        Sealed plate,
        Set<Wish> equipment) {
    public Vehicle {
        classes = Set.copyOf(classes);
        equipment = Set.copyOf(equipment);
    }
}
