package hansom.edge.shape;

import hansom.contract.driver.DriverOnShift;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A driver as a rider meets him. */
@Schema(name = "OrderDriver")
public record DriverShape(
        String driverId,
        @Schema(example = "Ben") @Nullable String name,

        @Schema(description = "Path of the picture.") @Nullable
        String avatar,

        @Schema(example = "4.87", description = "Mean of the last 150 ratings.") @Nullable
        Double rating,

        Car vehicle) {

    /** A vehicle. */
    @Schema(name = "Vehicle")
    public record Car(
            String vehicleId,
            VehicleType type,
            @Schema(example = "Škoda") String make,
            @Schema(example = "Octavia") String model,
            @Schema(example = "white") String colour,
            @Schema(example = "2023") int year,
            @Schema(example = "A123BC") @Nullable String plate,
            Set<ProductClass> classes,
            Set<Wish> equipment) {
        public Car {
            classes = new TreeSet<>(classes);
            equipment = new TreeSet<>(equipment);
        }

        public static Car of(Vehicle vehicle, PersonalTexts texts) {
            return new Car(
                    vehicle.vehicleId().value(),
                    vehicle.type(),
                    vehicle.make(),
                    vehicle.model(),
                    vehicle.colour(),
                    vehicle.year(),
                    texts.open(vehicle.plate()),
                    vehicle.classes(),
                    vehicle.equipment());
        }
    }

    public static DriverShape of(DriverOnShift driver, PersonalTexts texts) {
        return new DriverShape(
                driver.driverId().value(),
                texts.open(driver.name()),
                avatar(driver.avatarFile()),
                stars(driver.rating()),
                Car.of(driver.vehicle(), texts));
    }

    /** The path under which a stored picture is read. */
    public static @Nullable String avatar(@Nullable String file) {
        return file == null ? null : "/v1/" + file;
    }

    /** Hundredths as a number of stars. */
    public static @Nullable Double stars(@Nullable Integer hundredths) {
        return hundredths == null ? null : hundredths / 100.0;
    }
}
