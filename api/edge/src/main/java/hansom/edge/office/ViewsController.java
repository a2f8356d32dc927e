package hansom.edge.office;

import hansom.contract.refusal.RefusalCode;
import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewCommand.RebuildViews;
import hansom.contract.view.ViewQuery.ListViews;
import hansom.contract.view.ViewStates;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The views: which generation answers, how far behind it is, and rebuilding them while they serve. */
@RestController
@RequestMapping("/v1/ops/views")
@Tag(name = "Office: views")
final class ViewsController {
    private final Commands commands;
    private final Questions questions;

    ViewsController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    /** Which views shall be rebuilt. */
    @Schema(name = "RebuildRequest")
    record Asked(
            @Schema(description = "All of them when left out.", example = "[\"orders\"]") @Nullable @Size(min = 1, max = 50)
            List<@NotNull @NotBlank String> views,

            @Schema(description = "Go over to the new generation only when its rows equal the living ones.") @Nullable
            Boolean onlyIfSame) {}

    /** All views. */
    @Schema(name = "Views")
    record Listed(
            @Schema(description = "The place of the newest event in the store.")
            long head,

            List<View> views) {
        Listed {
            views = List.copyOf(views);
        }

        static Listed of(ViewStates states) {
            return new Listed(
                    states.head(), states.views().stream().map(View::of).toList());
        }
    }

    /** One view. */
    @Schema(name = "View")
    record View(
            @Schema(example = "orders") String name,
            boolean rebuildable,

            @Schema(description = "Why it cannot be rebuilt.") @Nullable
            String whyNot,

            @Schema(description = "Which generation of rows answers.", example = "1")
            long generation,

            @Schema(description = "Since when it answers.") Instant since,

            @Schema(description = "How many events it is behind.", example = "3")
            long lag,

            @Schema(description = "The running or last rebuild.") @Nullable
            Rebuild rebuild) {
        static View of(ViewStates.One view) {
            ViewStates.@Nullable Rebuild rebuild = view.rebuild();
            return new View(
                    view.name(),
                    view.whyNot() == null,
                    view.whyNot(),
                    view.generation(),
                    view.since(),
                    view.lag(),
                    rebuild == null ? null : Rebuild.of(rebuild));
        }
    }

    /** How a rebuild of one view goes, or how it ended. */
    @Schema(name = "Rebuild")
    record Rebuild(
            long generation,
            RebuildState state,

            @Schema(description = "Whether it still runs.") boolean running,
            String askedBy,
            boolean onlyIfSame,
            long eventsRead,
            long eventsToRead,
            long eventsPerSecond,
            Instant startedAt,

            @Nullable Instant expectedEnd,

            @Nullable Instant endedAt,

            @Nullable Compared compared,

            @Schema(description = "Why it failed.") @Nullable
            String why) {
        static Rebuild of(ViewStates.Rebuild rebuild) {
            ViewStates.@Nullable Compared compared = rebuild.compared();
            return new Rebuild(
                    rebuild.generation(),
                    rebuild.state(),
                    !rebuild.state().over(),
                    rebuild.askedBy(),
                    rebuild.onlyIfSame(),
                    rebuild.eventsRead(),
                    rebuild.eventsToRead(),
                    rebuild.eventsPerSecond(),
                    rebuild.startedAt(),
                    rebuild.expectedEnd(),
                    rebuild.endedAt(),
                    compared == null
                            ? null
                            : new Compared(
                                    compared.differing() == 0,
                                    compared.rows(),
                                    compared.differing(),
                                    compared.examples()),
                    rebuild.why());
        }
    }

    /** The rows of the new generation held against the living ones at the same event. */
    @Schema(name = "ComparedRows")
    record Compared(
            boolean same,
            long rows,
            long differing,

            @Schema(description = "Some rows that differ, each as table and key.", example = "[\"orders ord_…\"]")
            List<String> examples) {
        Compared {
            examples = List.copyOf(examples);
        }
    }

    @GetMapping
    @Operation(summary = "Every view: its generation, its lag, its rebuild")
    Listed list() {
        return Listed.of(questions.get(new ListViews(), ViewStates.class));
    }

    @PostMapping("/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild views from the stored events while they serve",
            description =
                    "A new generation of rows is filled beside the living one, held against it, and answers from then on. Look at the list for how it goes.")
    @Refuses({RefusalCode.VIEW_UNKNOWN, RefusalCode.REBUILD_RUNNING})
    Listed rebuild(Caller caller, @Valid @RequestBody Asked asked) {
        commands.send(new RebuildViews(
                Objects.requireNonNullElse(asked.views(), List.of()),
                Boolean.TRUE.equals(asked.onlyIfSame()),
                caller.subject()));
        return list();
    }
}
