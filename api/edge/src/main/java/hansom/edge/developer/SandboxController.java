package hansom.edge.developer;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.engines.clock.BusinessClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the business clock; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/clock")
@Tag(name = "Developer")
final class SandboxController {
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final BusinessClock businessClock;

    SandboxController(BusinessClock businessClock) {
        this.businessClock = businessClock;
    }

    /** The instant to move to. */
    @Schema(name = "MoveClockRequest")
    record Move(
            @NotNull @Schema(example = "2026-11-25T03:00:00Z")
            Instant to) {}

    /** The business time. */
    @Schema(name = "Clock")
    record Time(Instant now) {}

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "The business time")
    Time now() {
        return new Time(businessClock.instant());
    }

    @PostMapping
    @SecurityRequirements
    @Operation(
            summary = "Move the business clock ahead",
            description = "Forward only, a year at most; nobody is signed out.")
    @Refuses(RefusalCode.CLOCK_NOT_MOVABLE)
    Time move(@Valid @RequestBody Move move) {
        if (move.to().isAfter(businessClock.instant().plus(FURTHEST)))
            throw Refused.at("#/to", "lies more than a year ahead");
        try {
            businessClock.moveTo(move.to());
        } catch (IllegalArgumentException past) {
            throw new Refused(RefusalCode.CLOCK_NOT_MOVABLE, past.getMessage());
        }
        return now();
    }
}
