package hansom.edge.office;

import hansom.contract.driver.DriverCommand.ApprovePaper;
import hansom.contract.driver.DriverCommand.RejectPaper;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.Paper;
import hansom.contract.driver.VehicleId;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.person.PersonalFiles;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators judge the papers of drivers and their vehicles. */
@RestController("opsPapers")
@RequestMapping("/v1/ops/drivers/{id}")
@Tag(name = "Office: people")
final class PapersController {
    private final Commands commands;
    private final PersonalFiles files;

    PapersController(Commands commands, PersonalFiles files) {
        this.commands = commands;
        this.files = files;
    }

    /** Of which vehicle, for a vehicle's paper. */
    @Schema(name = "ApprovePaperRequest")
    record Approval(@Nullable VehicleId vehicleId) {}

    /** Of which vehicle, and what is wrong with the paper. */
    @Schema(name = "RejectPaperRequest")
    record Rejection(
            @Nullable VehicleId vehicleId,

            @NotBlank @Size(max = 500) @Schema(example = "the picture is not sharp")
            String reason) {}

    @PostMapping("/papers/{kind}/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The paper is in order")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.PAPER_UNKNOWN, RefusalCode.PAPERS_EXPIRED})
    Accepted approve(
            Caller caller,
            @PathVariable DriverId id,
            @PathVariable Paper.Kind kind,
            @RequestBody(required = false) @Nullable Approval approval) {
        @Nullable VehicleId vehicle = approval == null ? null : approval.vehicleId();
        return commands.accept(id, new ApprovePaper(id, kind, fitting(kind, vehicle), caller.subject()));
    }

    @PostMapping("/papers/{kind}/reject")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The paper will not do")
    @Refuses({RefusalCode.DRIVER_UNKNOWN, RefusalCode.PAPER_UNKNOWN})
    Accepted reject(
            Caller caller,
            @PathVariable DriverId id,
            @PathVariable Paper.Kind kind,
            @Valid @RequestBody Rejection rejection) {
        return commands.accept(
                id,
                new RejectPaper(id, kind, fitting(kind, rejection.vehicleId()), rejection.reason(), caller.subject()));
    }

    private static @Nullable VehicleId fitting(Paper.Kind kind, @Nullable VehicleId vehicle) {
        if (kind.ofVehicle() == (vehicle != null)) return vehicle;
        throw Refused.at("#/vehicle_id", kind.ofVehicle() ? "is missing" : "does not belong to this paper");
    }

    @GetMapping("/files/{hash}")
    @Operation(summary = "The picture of a paper", description = "The last part of the paper's file.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @Refuses(RefusalCode.NOT_FOUND)
    ResponseEntity<byte[]> file(@PathVariable DriverId id, @PathVariable String hash) {
        String file = "papers/%s/%s".formatted(id, hash);
        if (!PersonalFiles.belongs(file, "papers", id)) throw new Refused(RefusalCode.NOT_FOUND);
        byte[] content = files.find(file).orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(kind(content))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .body(content);
    }

    private static MediaType kind(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) return MediaType.APPLICATION_PDF;
        if (head.startsWith("\u0089PNG")) return MediaType.IMAGE_PNG;
        if (head.startsWith("\u00ff\u00d8")) return MediaType.IMAGE_JPEG;
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) return MediaType.valueOf("image/webp");
        return MediaType.APPLICATION_OCTET_STREAM;
    }
}
