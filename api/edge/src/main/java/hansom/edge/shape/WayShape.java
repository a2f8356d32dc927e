package hansom.edge.shape;

import hansom.contract.geo.Route;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The way from where a driver is to where he has to be next, turn by turn. */
@Schema(name = "Way")
public record WayShape(RouteShape route, List<Turn> turns) {
    public WayShape {
        turns = List.copyOf(turns);
    }

    /** One instruction: what to do at a point, then how far and how long to go on. */
    @Schema(name = "Turn")
    public record Turn(
            Route.Sign sign,

            @Schema(example = "Turn left onto Avenue de la Costa")
            String text,

            @Schema(example = "Avenue de la Costa") String street,
            PointShape at,
            @Schema(example = "140") long distanceMetres,
            @Schema(example = "25") long durationSeconds) {}

    public static WayShape of(Route route) {
        return new WayShape(
                RouteShape.of(route),
                route.steps().stream()
                        .map(step -> new Turn(
                                step.sign(),
                                step.text(),
                                step.street(),
                                PointShape.of(step.at()),
                                step.distance().metres(),
                                step.time().toSeconds()))
                        .toList());
    }
}
