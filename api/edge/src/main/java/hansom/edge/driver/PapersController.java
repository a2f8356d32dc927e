package hansom.edge.driver;

import hansom.contract.driver.DriverCommand.HandInPaper;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.Paper;
import hansom.contract.driver.VehicleId;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalFiles;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers of a driver and his vehicles: first the picture, then what it shows. */
@RestController
@RequestMapping("/v1/driver")
@Tag(name = "Driver: application")
final class PapersController {
    private static final String KIND = "papers";

    private final Commands commands;
    private final PersonalTexts texts;
    private final PersonalFiles files;

    PapersController(Commands commands, PersonalTexts texts, PersonalFiles files) {
        this.commands = commands;
        this.texts = texts;
        this.files = files;
    }

    /** A kept file; its name goes into the paper. */
    @Schema(name = "FileKept")
    record Kept(
            @Schema(example = "papers/drv_01935d2a-0000-7000-8000-000000000001/9f86d081884c7d659a2feaa0c55ad015")
            String file) {}

    /** What a paper says. */
    @Schema(name = "PaperRequest")
    record Handing(
            @Schema(description = "For a paper of a vehicle.") @Nullable
            VehicleId vehicleId,

            @NotBlank @Size(max = 60) @Schema(example = "MC 0042")
            String number,

            @NotNull @Schema(description = "Its last day.") LocalDate validThrough,

            @Schema(description = "From POST /v1/driver/files.") @Size(max = 200) @Nullable
            String file) {}

    @PostMapping(
            value = "/files",
            consumes = {"image/png", "image/jpeg", "image/webp", "application/pdf"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Keep a picture or PDF of a paper",
            description =
                    "The same content is the same file. Sealed under the driver's key; only he and operators can read it.")
    @Refuses({RefusalCode.BODY_TOO_LARGE, RefusalCode.UNSUPPORTED_MEDIA_TYPE})
    Kept keep(DriverId driver, @RequestBody byte[] content) {
        if (content.length == 0) throw new Refused(RefusalCode.MALFORMED_BODY, "the file is empty");
        return new Kept(files.put(KIND, driver, content));
    }

    @PutMapping("/papers/{kind}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Hand in a paper, or a newer one of the same kind", description = "An operator approves it.")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.VEHICLE_UNKNOWN, RefusalCode.PAPERS_EXPIRED})
    Accepted handIn(DriverId driver, @PathVariable Paper.Kind kind, @Valid @RequestBody Handing paper) {
        if (kind.ofVehicle() != (paper.vehicleId() != null))
            throw Refused.at("#/vehicle_id", kind.ofVehicle() ? "is missing" : "does not belong to this paper");
        if (paper.file() != null && !PersonalFiles.belongs(paper.file(), KIND, driver))
            throw Refused.at("#/file", "is not a file of yours");
        return commands.accept(
                driver,
                new HandInPaper(
                        driver,
                        new Paper(
                                kind,
                                paper.vehicleId(),
                                texts.seal(driver, paper.number().strip()),
                                paper.file(),
                                paper.validThrough())));
    }
}
