package hansom.edge.office;

import hansom.contract.closure.ClosureCommand.CloseRoads;
import hansom.contract.closure.ClosureCommand.ReopenRoads;
import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureId;
import hansom.contract.closure.Closures;
import hansom.contract.geo.GeoQuery.ListClosures;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators close roads and open them again. */
@RestController
@RequestMapping("/v1/ops/closures")
@Tag(name = "Office: roads")
final class ClosuresController {
    private final Commands commands;
    private final Questions questions;
    private final Clock businessClock;

    ClosuresController(Commands commands, Questions questions, Clock businessClock) {
        this.commands = commands;
        this.questions = questions;
        this.businessClock = businessClock;
    }

    /** Roads inside a ring of points are closed for a time. */
    @Schema(name = "ClosureRequest")
    record Closing(
            @NotNull @Size(min = 3, max = 200) List<@NotNull @Valid PointShape> area,

            @Schema(description = "Now when left out.") @Nullable
            Instant from,

            @Schema(description = "Until reopened when left out.") @Nullable
            Instant until,

            @NotBlank @Size(max = 300) @Schema(example = "burst water main")
            String reason) {}

    /** Roads that are or will be closed. */
    @Schema(name = "Closures")
    record Listed(List<One> closures) {
        Listed {
            closures = List.copyOf(closures);
        }
    }

    /** One closure. */
    @Schema(name = "Closure")
    record One(
            String closureId,
            List<PointShape> area,
            Instant from,
            @Nullable Instant until,
            String reason,
            String operator,
            Instant at) {
        One {
            area = List.copyOf(area);
        }

        static One of(RoadsClosed closed) {
            return new One(
                    closed.closureId().value(),
                    closed.area().stream().map(PointShape::of).toList(),
                    closed.from(),
                    closed.until(),
                    closed.reason(),
                    closed.operator(),
                    closed.at());
        }
    }

    @GetMapping
    @Operation(summary = "Closures that hold now or will")
    Listed list() {
        Closures closures = questions.get(new ListClosures(), Closures.class);
        return new Listed(closures.closures().stream().map(One::of).toList());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Close the roads inside an area", description = "The console makes the id: cls_ and a UUID.")
    @Refuses(RefusalCode.COORDINATES_SWAPPED)
    Accepted close(Caller caller, @PathVariable ClosureId id, @Valid @RequestBody Closing closing) {
        Instant from = Objects.requireNonNullElseGet(closing.from(), businessClock::instant);
        if (closing.until() != null && !closing.until().isAfter(from))
            throw Refused.at("#/until", "must be after the beginning");
        return commands.accept(
                id,
                new CloseRoads(
                        id,
                        closing.area().stream().map(PointShape::point).toList(),
                        from,
                        closing.until(),
                        closing.reason(),
                        caller.subject()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Open the roads again")
    @Refuses(RefusalCode.CLOSURE_UNKNOWN)
    Accepted reopen(Caller caller, @PathVariable ClosureId id) {
        return commands.accept(id, new ReopenRoads(id, caller.subject()));
    }
}
