package hansom.edge.shape;

import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A point in apps (WGS-84); a latitude that can only be a longitude is refused as swapped. */
@Schema(name = "Point")
public record PointShape(
        @Schema(example = "43.7384") @NotNull @DecimalMin("-90") @DecimalMax("90")
        Double lat,

        @Schema(example = "7.4246") @NotNull @DecimalMin("-180") @DecimalMax("180")
        Double lng) {

    public PointShape {
        refuseSwapped(lat, lng);
    }

    static void refuseSwapped(@Nullable Double lat, @Nullable Double lng) {
        if (lat != null && lng != null && Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90)
            throw new Refused(RefusalCode.COORDINATES_SWAPPED);
    }

    public static PointShape of(Point point) {
        return new PointShape(point.lat(), point.lng());
    }

    public Point point() {
        return new Point(lat, lng);
    }
}
