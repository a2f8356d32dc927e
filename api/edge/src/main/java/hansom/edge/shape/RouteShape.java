package hansom.edge.shape;

import hansom.contract.geo.Route;
import io.swagger.v3.oas.annotations.media.Schema;

/** The way a ride takes, as promised. */
@Schema(name = "Route")
public record RouteShape(
        @Schema(example = "2400") long distanceMetres,
        @Schema(example = "420") long durationSeconds,

        @Schema(description = "Encoded polyline, 5 decimals.")
        String polyline,

        boolean tolled,
        boolean ferried) {

    public static RouteShape of(Route route) {
        return new RouteShape(
                route.distance().metres(), route.time().toSeconds(), route.polyline(), route.tolled(), route.ferried());
    }
}
