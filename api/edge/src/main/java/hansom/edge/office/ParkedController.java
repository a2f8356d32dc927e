package hansom.edge.office;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Commands;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.engines.axon.ParkedEvents;
import hansom.engines.work.WorkTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person: events whose handling failed, outside calls that were given up; listed and tried again. */
@RestController
@RequestMapping("/v1/ops/parked")
@Tag(name = "Office: parked")
final class ParkedController {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedController.class);

    private final ParkedEvents events;
    private final WorkTable work;

    ParkedController(ParkedEvents events, WorkTable work) {
        this.events = events;
        this.work = work;
    }

    /** Everything parked. */
    @Schema(name = "Parked")
    record Parked(
            @Schema(description = "How many events wait in all.")
            long count,

            List<Event> events,
            List<Call> calls) {
        Parked {
            events = List.copyOf(events);
            calls = List.copyOf(calls);
        }
    }

    /** One event that waits; cause is left out when it only waits behind another of its subject. */
    @Schema(name = "ParkedEvent")
    record Event(
            @Schema(description = "Which processor.") String lane,

            @Schema(description = "Which saga, or which row.")
            String subject,

            @Schema(description = "Its turn among those of the subject.")
            long place,

            String eventId,
            String eventType,
            @Nullable String cause,
            int attempts,
            Instant parkedAt) {}

    /** One outside call that waits. */
    @Schema(name = "ParkedCall")
    record Call(String kind, String id, int attempts, String why) {}

    /** Which subject shall be tried again. */
    @Schema(name = "RetryEventsRequest")
    record Subject(@NotBlank String lane, @NotBlank String subject) {}

    /** Which event shall be taken away unhandled. */
    @Schema(name = "DiscardEventRequest")
    record Discarded(
            @NotBlank String lane,
            @NotBlank String subject,
            @NotNull Long place) {}

    /** Which call shall be made again. */
    @Schema(name = "RetryCallRequest")
    record CallName(@NotBlank String kind, @NotBlank String id) {}

    @GetMapping
    @Operation(summary = "What is parked, oldest first")
    Parked list(
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return new Parked(
                events.count(),
                events.list(Objects.requireNonNullElse(after, Instant.EPOCH), limit).stream()
                        .map(letter -> new Event(
                                letter.lane(),
                                letter.subject(),
                                letter.place(),
                                letter.eventId(),
                                letter.eventType(),
                                letter.cause(),
                                letter.attempts(),
                                letter.parkedAt()))
                        .toList(),
                work.parked().stream()
                        .map(call -> new Call(call.kind(), call.id(), call.attempts(), call.why()))
                        .toList());
    }

    @PostMapping("/events/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Try a subject's events again now, in their order")
    void retry(@Valid @RequestBody Subject parked) {
        LOG.info("{} has {} of {} tried again", Commands.caller(), parked.subject(), parked.lane());
        events.retry(parked.lane(), parked.subject());
    }

    @PostMapping("/events/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take one event away unhandled", description = "For what was mended by hand.")
    void discard(@Valid @RequestBody Discarded parked) {
        LOG.warn("{} discards event {} of {} {}", Commands.caller(), parked.place(), parked.lane(), parked.subject());
        events.discard(parked.lane(), parked.subject(), parked.place());
    }

    @PostMapping("/calls/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make an outside call again")
    @Refuses(RefusalCode.NOT_FOUND)
    void retry(@Valid @RequestBody CallName call) {
        LOG.info("{} has {} {} made again", Commands.caller(), call.kind(), call.id());
        if (!work.retry(call.kind(), call.id())) throw new Refused(RefusalCode.NOT_FOUND);
    }
}
