package hansom.edge.driver;

import hansom.contract.driver.DriverCommand.PutVehicle;
import hansom.contract.driver.DriverCommand.RemoveVehicle;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Vehicles that a driver may drive. */
@RestController
@RequestMapping("/v1/driver/vehicles/{id}")
@Tag(name = "Driver: application")
final class VehiclesController {
    private final Commands commands;
    private final PersonalTexts texts;

    VehiclesController(Commands commands, PersonalTexts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /** A vehicle, the classes it shall be let into and the wishes it can meet. */
    @Schema(name = "VehicleRequest")
    record Described(
            @NotNull VehicleType type,
            @NotEmpty Set<@NotNull ProductClass> classes,

            @NotBlank @Size(max = 60) @Schema(example = "Škoda")
            String make,

            @NotBlank @Size(max = 60) @Schema(example = "Octavia")
            String model,

            @NotBlank @Size(max = 30) @Schema(example = "white")
            String colour,

            @NotNull @Min(1980) @Max(2100) @Schema(example = "2023")
            Integer year,

            @NotBlank @Size(max = 15) @Schema(example = "A123BC")
            String plate,

            @Nullable Set<Wish> equipment) {}

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Add a vehicle, or change the one with this id",
            description = "The app makes the id: veh_ and a UUID. A changed vehicle's papers must be approved again.")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.TOO_MANY})
    Accepted put(DriverId driver, @PathVariable VehicleId id, @Valid @RequestBody Described vehicle) {
        if (vehicle.classes().stream().anyMatch(wanted -> wanted.vehicle() != vehicle.type()))
            throw Refused.at("#/classes", "names a class for another type of vehicle");
        return commands.accept(
                driver,
                new PutVehicle(
                        driver,
                        new Vehicle(
                                id,
                                vehicle.type(),
                                vehicle.classes(),
                                vehicle.make().strip(),
                                vehicle.model().strip(),
                                vehicle.colour().strip(),
                                vehicle.year(),
                                texts.seal(driver, vehicle.plate().strip()),
                                Objects.requireNonNullElse(vehicle.equipment(), Set.of()))));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Remove a vehicle")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.VEHICLE_UNKNOWN})
    Accepted remove(DriverId driver, @PathVariable VehicleId id) {
        return commands.accept(driver, new RemoveVehicle(driver, id));
    }
}
