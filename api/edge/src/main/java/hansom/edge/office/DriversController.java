package hansom.edge.office;

import hansom.contract.driver.DriverCommand.ApproveDriver;
import hansom.contract.driver.DriverCommand.BlockDriver;
import hansom.contract.driver.DriverCommand.JoinFleet;
import hansom.contract.driver.DriverCommand.UnblockDriver;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverPage;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverQuery.ListDrivers;
import hansom.contract.driver.DriverView;
import hansom.contract.driver.Fleet;
import hansom.contract.driver.FleetId;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ApplicationShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators judge drivers: who may drive, who may not, for which fleet. */
@RestController("opsDrivers")
@RequestMapping("/v1/ops/drivers")
@Tag(name = "Office: people")
final class DriversController {
    private final Commands commands;
    private final Questions questions;
    private final PersonalTexts texts;

    DriversController(Commands commands, Questions questions, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.texts = texts;
    }

    /** A fleet and its part of each ride's pay. */
    @Schema(name = "FleetRequest")
    record FleetShare(
            @NotNull @Schema(example = "flt_01935d2a-0000-7000-8000-000000000009")
            FleetId fleetId,

            @NotNull @Min(0) @Max(1000) @Schema(description = "Thousandths of the pay.", example = "150")
            Integer share) {}

    @GetMapping
    @Operation(summary = "Drivers, newest first, of one standing or all")
    Page<ApplicationShape> list(
            @RequestParam(required = false) DriverView.@Nullable Standing standing,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        DriverPage page = questions.get(new ListDrivers(standing, cursor, limit), DriverPage.class);
        return Page.of(page.drivers(), page.next(), driver -> ApplicationShape.of(driver, false, texts));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One driver: vehicles, papers, standing")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    ApplicationShape driver(
            @PathVariable DriverId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> questions.find(new FindDriver(id), DriverView.class), DriverView::version)
                .map(driver -> ApplicationShape.of(driver, false, texts))
                .orElseThrow(() -> new Refused(RefusalCode.DRIVER_UNKNOWN));
    }

    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "All papers are in order: the driver may drive")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.PAPERS_INCOMPLETE, RefusalCode.PAPERS_EXPIRED})
    Accepted approve(Caller caller, @PathVariable DriverId id) {
        return commands.accept(id, new ApproveDriver(id, caller.subject()));
    }

    @PostMapping("/{id}/block")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The driver may drive no more")
    @Refuses(RefusalCode.DRIVER_UNKNOWN)
    Accepted block(Caller caller, @PathVariable DriverId id, @Valid @RequestBody Reason why) {
        return commands.accept(id, new BlockDriver(id, why.reason(), caller.subject()));
    }

    @PostMapping("/{id}/unblock")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The driver may drive again")
    @Refuses(RefusalCode.DRIVER_UNKNOWN)
    Accepted unblock(Caller caller, @PathVariable DriverId id, @Valid @RequestBody Reason why) {
        return commands.accept(id, new UnblockDriver(id, why.reason(), caller.subject()));
    }

    @PutMapping("/{id}/fleet")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The driver drives for a fleet")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.FLEET_UNKNOWN})
    Accepted join(Caller caller, @PathVariable DriverId id, @Valid @RequestBody FleetShare fleet) {
        return commands.accept(id, new JoinFleet(id, new Fleet(fleet.fleetId(), fleet.share()), caller.subject()));
    }

    @DeleteMapping("/{id}/fleet")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The driver leaves his fleet")
    @Refuses(RefusalCode.DRIVER_UNKNOWN)
    Accepted leave(Caller caller, @PathVariable DriverId id) {
        return commands.accept(id, new JoinFleet(id, null, caller.subject()));
    }
}
