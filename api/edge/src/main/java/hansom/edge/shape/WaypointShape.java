package hansom.edge.shape;

import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Point;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a ride begins, stops or ends, and what the rider calls it. */
@Schema(name = "Waypoint")
public record WaypointShape(
        @Schema(example = "43.7384") @NotNull @DecimalMin("-90") @DecimalMax("90")
        Double lat,

        @Schema(example = "7.4246") @NotNull @DecimalMin("-180") @DecimalMax("180")
        Double lng,

        @Schema(example = "Avenue de la Costa 2") @Size(max = 300) @Nullable
        String label) {

    public WaypointShape {
        PointShape.refuseSwapped(lat, lng);
    }

    public static WaypointShape of(Waypoint waypoint, PersonalTexts texts) {
        return new WaypointShape(waypoint.point().lat(), waypoint.point().lng(), texts.open(waypoint.label()));
    }

    public Waypoint waypoint(Object person, PersonalTexts texts) {
        return new Waypoint(new Point(lat, lng), texts.sealIfAny(person, label));
    }
}
