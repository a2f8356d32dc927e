package hansom.edge.office;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderCommand.BlockRider;
import hansom.contract.rider.RiderCommand.ClassifyRider;
import hansom.contract.rider.RiderCommand.UnblockRider;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderPage;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderQuery.ListRiders;
import hansom.contract.rider.RiderView;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.DriverShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators look after riders: who may order, and how their orders are offered. */
@RestController("opsRiders")
@RequestMapping("/v1/ops/riders")
@Tag(name = "Office: people")
final class RidersController {
    private final Commands commands;
    private final Questions questions;
    private final PersonalTexts texts;

    RidersController(Commands commands, Questions questions, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.texts = texts;
    }

    /** A rider as operators see him: of the phone the last four digits. */
    @Schema(name = "OfficeRider")
    record Seen(
            String riderId,
            @Nullable String phone,
            @Nullable String name,
            RiderClass riderClass,
            boolean blocked,
            @Nullable String blockReason,
            @Nullable Double rating,
            int ratings,
            Instant registeredAt,
            long version) {}

    /** How a rider's orders shall be offered. */
    @Schema(name = "RiderClassRequest")
    record Classified(@NotNull RiderClass riderClass) {}

    @GetMapping
    @Operation(summary = "Riders, newest first")
    Page<Seen> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        RiderPage page = questions.get(new ListRiders(cursor, limit), RiderPage.class);
        return Page.of(page.riders(), page.next(), this::seen);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One rider")
    @Refuses({RefusalCode.RIDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    Seen rider(
            @PathVariable RiderId id, @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> questions.find(new FindRider(id), RiderView.class), RiderView::version)
                .map(this::seen)
                .orElseThrow(() -> new Refused(RefusalCode.RIDER_UNKNOWN));
    }

    @PostMapping("/{id}/block")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The rider may order no more")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted block(Caller caller, @PathVariable RiderId id, @Valid @RequestBody Reason why) {
        return commands.accept(id, new BlockRider(id, why.reason(), caller.subject()));
    }

    @PostMapping("/{id}/unblock")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The rider may order again")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted unblock(Caller caller, @PathVariable RiderId id, @Valid @RequestBody Reason why) {
        return commands.accept(id, new UnblockRider(id, why.reason(), caller.subject()));
    }

    @PutMapping("/{id}/class")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Premium or regular")
    @Refuses(RefusalCode.RIDER_UNKNOWN)
    Accepted classify(Caller caller, @PathVariable RiderId id, @Valid @RequestBody Classified rider) {
        return commands.accept(id, new ClassifyRider(id, rider.riderClass(), caller.subject()));
    }

    private Seen seen(RiderView rider) {
        return new Seen(
                rider.riderId().value(),
                texts.hint(rider.phone()),
                texts.open(rider.name()),
                rider.riderClass(),
                rider.blocked(),
                rider.blockReason(),
                DriverShape.stars(rider.rating()),
                rider.ratings(),
                rider.registeredAt(),
                rider.version());
    }
}
