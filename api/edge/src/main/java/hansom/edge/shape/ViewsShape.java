package hansom.edge.shape;

import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewCommand.RebuildViews;
import hansom.contract.view.ViewStates;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All views: which generation answers, how far behind it is, and its rebuild. */
@Schema(name = "Views")
public record ViewsShape(
        @Schema(description = "The place of the newest event in the store.")
        long head,

        List<View> views) {
    public ViewsShape {
        views = List.copyOf(views);
    }

    public static ViewsShape of(ViewStates states) {
        return new ViewsShape(
                states.head(), states.views().stream().map(View::of).toList());
    }

    /** Which views shall be rebuilt. */
    @Schema(name = "RebuildRequest")
    public record Asked(
            @Schema(description = "All of them when left out.", example = "[\"orders\"]")
            @Nullable
            @Size(min = 1, max = 50)
            List<@NotNull @NotBlank String> views,

            @Schema(description = "Go over to the new generation only when its rows equal the living ones.") @Nullable
            Boolean onlyIfSame) {
        /** The same as a command in somebody's name. */
        public RebuildViews by(String operator) {
            return new RebuildViews(
                    Objects.requireNonNullElse(views, List.of()), Boolean.TRUE.equals(onlyIfSame), operator);
        }
    }

    /** One view. */
    @Schema(name = "View")
    public record View(
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
    public record Rebuild(
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
    public record Compared(
            boolean same,
            long rows,
            long differing,

            @Schema(description = "Some rows that differ, each as table and key.", example = "[\"orders ord_…\"]")
            List<String> examples) {
        public Compared {
            examples = List.copyOf(examples);
        }
    }
}
