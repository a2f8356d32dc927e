package hansom.edge.driver;

import hansom.contract.driver.DriverCommand.RequestShift;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleId;
import hansom.contract.id.Region;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftCommand.EndShift;
import hansom.contract.shift.ShiftCommand.PauseShift;
import hansom.contract.shift.ShiftCommand.ResumeShift;
import hansom.contract.shift.ShiftId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ShiftShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A driver goes on shift, pauses, resumes, goes home. */
@RestController
@RequestMapping("/v1/driver/shift")
@Tag(name = "Driver: shift")
final class ShiftController {
    private final Commands commands;
    private final Drivers drivers;
    private final PersonalTexts texts;
    private final Region region;

    ShiftController(
            Commands commands, Drivers drivers, PersonalTexts texts, @Value("${hansom.region:local}") String region) {
        this.commands = commands;
        this.drivers = drivers;
        this.texts = texts;
        this.region = Region.named(region);
    }

    /** With which vehicle. */
    @Schema(name = "ShiftRequest")
    record Opening(@NotNull VehicleId vehicleId) {}

    @GetMapping
    @Operation(summary = "The driver's shift, with the offer on the screen")
    @Refuses(RefusalCode.VIEW_BEHIND)
    ShiftShape shift(DriverId driver, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return ShiftShape.of(drivers.shift(driver, minVersion), texts);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Go on shift",
            description = "The version is that of the driver's application; the shift says free once it is open.")
    @Refuses({
        RefusalCode.DRIVER_NOT_APPROVED,
        RefusalCode.DRIVER_BLOCKED,
        RefusalCode.DRIVER_UNKNOWN,
        RefusalCode.PAPERS_EXPIRED,
        RefusalCode.PAPERS_INCOMPLETE,
        RefusalCode.VEHICLE_UNKNOWN,
        RefusalCode.SHIFT_ALREADY_OPEN
    })
    Accepted open(DriverId driver, @Valid @RequestBody Opening opening) {
        return commands.accept(driver, new RequestShift(driver, opening.vehicleId(), region));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Go home", description = "A running order must first be finished or given back.")
    @Refuses({RefusalCode.SHIFT_NOT_OPEN, RefusalCode.SHIFT_BUSY})
    Accepted end(DriverId driver) {
        ShiftId shift = ShiftId.of(driver);
        return commands.accept(shift, new EndShift(shift));
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "No offers for a while")
    @Refuses({RefusalCode.SHIFT_NOT_OPEN, RefusalCode.SHIFT_BUSY})
    Accepted pause(DriverId driver) {
        ShiftId shift = ShiftId.of(driver);
        return commands.accept(shift, new PauseShift(shift));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Offers again")
    @Refuses(RefusalCode.SHIFT_NOT_OPEN)
    Accepted resume(DriverId driver) {
        ShiftId shift = ShiftId.of(driver);
        return commands.accept(shift, new ResumeShift(shift));
    }
}
