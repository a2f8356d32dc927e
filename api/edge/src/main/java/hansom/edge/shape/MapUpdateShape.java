package hansom.edge.shape;

import hansom.contract.geo.MapCommand.UpdateMap;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.MapUpdate;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which map is served, and how its update goes. */
@Schema(name = "OfficeMap")
public record MapUpdateShape(
        String name,

        @Schema(description = "The SHA-256 of the extract of OpenStreetMap.")
        String hash,

        @Schema(description = "The running or last update since the node was started.") @Nullable
        Update update) {

    /** What an update does, for both doors that one is asked for at. */
    public static final String HOW =
            "Roads, places, pick-up points and tiles of the file are built beside those that are served and take their places when all are whole."
                    + " Closures hold, what was learned of roads that are the same is kept, and rides go on. Look at the same path for how it goes.";

    public static MapUpdateShape of(MapInfo map, @Nullable MapUpdate update) {
        return new MapUpdateShape(map.name(), map.hash(), update == null ? null : Update.of(update));
    }

    /** Which extract shall be served. */
    @Schema(name = "MapUpdateRequest")
    public record Asked(
            @Schema(
                    description =
                            "An extract of OpenStreetMap (.osm.pbf, .osm.gz, .osm) by its whole path on the node's disk.",
                    example = "/srv/maps/monaco-latest.osm.pbf")
            @NotNull
            @NotBlank
            @Size(max = 4096)
            String file) {
        /** The same as a command in somebody's name. */
        public UpdateMap by(String operator) {
            return new UpdateMap(file, operator);
        }
    }

    /** How an update goes, or how it ended. */
    @Schema(name = "MapUpdate")
    public record Update(
            String file,
            MapUpdate.State state,

            @Schema(description = "Whether it still runs.") boolean running,

            @Schema(description = "Which part is being built.", example = "roads") @Nullable
            String part,

            @Schema(description = "The parts that are built, in their order.")
            List<Part> built,

            String askedBy,
            Instant startedAt,

            @Schema(description = "How long it runs, or took.", example = "12.5")
            double seconds,

            @Nullable Instant endedAt,

            @Schema(description = "The SHA-256 of the file, once it is known.") @Nullable
            String hash,

            @Schema(description = "Why it failed, as a problem's code.", example = "map_unreadable") @Nullable
            String code,

            @Schema(description = "The same in words.") @Nullable
            String why) {
        public Update {
            built = List.copyOf(built);
        }

        static Update of(MapUpdate update) {
            return new Update(
                    update.file(),
                    update.state(),
                    !update.state().over(),
                    update.part(),
                    update.built().stream().map(Part::of).toList(),
                    update.askedBy(),
                    update.startedAt(),
                    inSeconds(update.took()),
                    update.endedAt(),
                    update.hash(),
                    update.code() == null ? null : update.code().wire(),
                    update.why());
        }
    }

    /** A part of the map that is built. */
    @Schema(name = "MapPart")
    public record Part(
            @Schema(example = "roads") String name,

            @Schema(description = "How long that took.", example = "4.2")
            double seconds) {
        static Part of(MapUpdate.Part part) {
            return new Part(part.name(), inSeconds(part.took()));
        }
    }

    private static double inSeconds(Duration took) {
        return took.toMillis() / 1_000.0;
    }
}
