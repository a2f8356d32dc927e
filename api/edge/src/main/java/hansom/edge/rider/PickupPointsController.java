package hansom.edge.rider;

import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Near;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where to get in, and how to come there on foot. */
@RestController
@Tag(name = "Rider: places")
final class PickupPointsController {
    private final Questions questions;

    PickupPointsController(Questions questions) {
        this.questions = questions;
    }

    /** Pick-up points, best first; at a station or an airport one for each of its named doors. */
    @Schema(name = "PickupPoints")
    record Offered(
            List<Kerb> points,

            @Schema(description = "The station or airport whose named doors these are.") @Nullable
            String zone) {
        Offered {
            points = List.copyOf(points);
        }
    }

    /** One place where a car may stop. */
    @Schema(name = "PickupPoint")
    record Kerb(
            double lat,
            double lng,

            @Schema(example = "Main entrance, Rue Grimaldi 12")
            String label,

            @Schema(description = "The street at which it lies; empty when it has no name.", example = "Rue Grimaldi")
            String street,

            long walkMetres,
            long walkSeconds,

            @Schema(description = "The walk in Google's encoding with five decimals.")
            String walkPolyline,

            @Schema(description = "Where the car leads that stands there, in degrees clockwise from north.")
            int heading,

            PickupPoints.Side side,
            PickupPoints.Source source,

            @Schema(description = "The entrance at which the walk begins, when it is known.") @Nullable
            PointShape entrance) {

        static Kerb of(PickupPoint point) {
            return new Kerb(
                    point.point().lat(),
                    point.point().lng(),
                    point.label(),
                    point.street(),
                    point.walk().metres(),
                    point.walkTime().toSeconds(),
                    point.walkPolyline(),
                    point.heading(),
                    point.side(),
                    point.source(),
                    point.entrance() == null ? null : PointShape.of(point.entrance()));
        }
    }

    @GetMapping("/v1/places/pickup-points")
    @Operation(
            summary = "Kerbs at which a car may pick somebody up, best first",
            description = "Reckoned from the entrances of the house at the point, along ways on foot. The chosen one"
                    + " is the pick-up of POST /v1/quotes.")
    @Refuses({
        RefusalCode.COORDINATES_SWAPPED,
        RefusalCode.OUTSIDE_SERVICE_AREA,
        RefusalCode.NO_ROAD_NEAR,
        RefusalCode.UNREACHABLE
    })
    Offered around(
            @RequestParam @Parameter(example = "43.7384,7.4246") String at,
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Parameter(description = "The id of the place that a search found there.", example = "w98240567")
                    @Nullable
                    String place,
            @RequestParam(required = false)
                    @Parameter(description = "Where the ride leads, when it is known.", example = "43.7325,7.4180")
                    @Nullable
                    String towards,
            Locale locale) {
        PickupPoints points = questions.get(
                new FindPickupPoints(
                        Near.point("at", at), place, Near.pointIfAny("towards", towards), Languages.of(locale)),
                PickupPoints.class);
        return new Offered(points.points().stream().map(Kerb::of).toList(), points.zone());
    }
}
