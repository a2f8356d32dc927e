package hansom.edge.shape;

import hansom.contract.geo.Place;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something on the map that a person can name. */
@Schema(name = "Place")
public record PlaceShape(
        String id,
        Place.Kind kind,
        @Schema(example = "Avenue de la Costa 2") String name,
        @Schema(description = "The line under the name.") String address,
        double lat,
        double lng,
        Place.Precision precision,

        @Schema(description = "How far from where the search was made.") @Nullable
        Long awayMetres) {

    public static PlaceShape of(Place place) {
        return new PlaceShape(
                place.id(),
                place.kind(),
                place.name(),
                place.address(),
                place.point().lat(),
                place.point().lng(),
                place.precision(),
                place.away() == null ? null : place.away().metres());
    }
}
