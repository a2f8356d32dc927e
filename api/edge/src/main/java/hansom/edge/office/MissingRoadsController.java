package hansom.edge.office;

import hansom.contract.geo.GeoQuery.ListMissingRoads;
import hansom.contract.missing.MissingRoad;
import hansom.contract.missing.MissingRoad.Joint;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadCommand.JudgeMissingRoad;
import hansom.contract.missing.MissingRoadId;
import hansom.contract.missing.MissingRoads;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators see roads that drivers use and the map lacks, and say which of them belong on it. */
@RestController
@RequestMapping("/v1/ops/missing-roads")
@Tag(name = "Office: roads")
final class MissingRoadsController {
    private final Commands commands;
    private final Questions questions;

    MissingRoadsController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    /** What the operator found. */
    @Schema(name = "MissingRoadVerdictRequest")
    record Judgement(
            @NotNull Verdict verdict,

            @Size(max = 300) @Schema(example = "opened last week") @Nullable
            String note) {}

    /** Roads that the map lacks, those driven most first. */
    @Schema(name = "MissingRoads")
    record Listed(List<One> roads) {
        Listed {
            roads = List.copyOf(roads);
        }
    }

    /** A road of the map that one begins or ends at. */
    @Schema(name = "MissingRoadJoint")
    record Joined(
            @Schema(description = "Empty when the road has no name.")
            String road,

            @Schema(description = "The number of its way in OpenStreetMap.")
            long way) {
        static @Nullable Joined of(@Nullable Joint joint) {
            return joint == null ? null : new Joined(joint.road(), joint.way());
        }
    }

    /** One road, where cars drive and what the map has there instead. */
    @Schema(name = "MissingRoad")
    record One(
            String missingRoadId,
            Kind kind,
            List<PointShape> line,
            long metres,
            @Nullable Joined from,
            @Nullable Joined to,

            @Schema(description = "Whether it is driven in both directions; otherwise as the line leads.")
            boolean bothWays,

            int trips,

            @Schema(description = "How many drivers, counted no further than " + MissingRoad.MOST_DRIVERS + ".")
            int drivers,

            double metresPerSecond,
            LocalDate firstSeen,
            LocalDate lastSeen,

            @Schema(description = "Absent while nobody has judged it.") @Nullable
            Verdict verdict) {
        One {
            line = List.copyOf(line);
        }

        static One of(MissingRoad road) {
            return new One(
                    road.missingRoadId().value(),
                    road.kind(),
                    road.line().stream().map(PointShape::of).toList(),
                    road.length().metres(),
                    Joined.of(road.from()),
                    Joined.of(road.to()),
                    road.bothWays(),
                    road.trips(),
                    road.drivers(),
                    Math.round(road.metresASecond() * 10) / 10.0,
                    road.firstSeen(),
                    road.lastSeen(),
                    road.verdict());
        }
    }

    @GetMapping
    @Operation(
            summary = "Roads that drivers use and the map lacks",
            description = "Only what several drivers drove for several riders; those driven most first.")
    Listed list(@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return new Listed(roads().roads().stream().limit(limit).map(One::of).toList());
    }

    @PutMapping("/{id}/verdict")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Say whether it belongs on the map",
            description = "A later word takes the place of an earlier one.")
    @Refuses(RefusalCode.MISSING_ROAD_UNKNOWN)
    Accepted judge(Caller caller, @PathVariable MissingRoadId id, @Valid @RequestBody Judgement judgement) {
        MissingRoad road = roads().roads().stream()
                .filter(one -> one.missingRoadId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(RefusalCode.MISSING_ROAD_UNKNOWN));
        String note = Objects.requireNonNullElse(judgement.note(), "");
        return commands.accept(
                id, new JudgeMissingRoad(id, judgement.verdict(), road.kind(), road.line(), note, caller.subject()));
    }

    private MissingRoads roads() {
        return questions.get(new ListMissingRoads(), MissingRoads.class);
    }
}
