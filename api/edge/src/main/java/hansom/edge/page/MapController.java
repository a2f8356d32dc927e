package hansom.edge.page;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.MapInfo;
import hansom.edge.ask.Questions;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The map that is served and the tiles it is drawn from. */
@RestController
@Tag(name = "Map")
final class MapController {
    private final Questions questions;

    MapController(Questions questions) {
        this.questions = questions;
    }

    /** What a page needs to draw the map; the attribution must be shown wherever it is drawn. */
    @Schema(name = "Map")
    record Drawn(
            String name,
            PointShape southWest,
            PointShape northEast,
            @Schema(description = "A point on a road.") PointShape centre,

            @Schema(description = "The SHA-256 of the extract of OpenStreetMap.")
            String hash,

            @Schema(example = "/v1/map/tiles/{z}/{x}/{y}.mvt?map=0123456789abcdef")
            String tiles,

            @Schema(description = "The deepest zoom for which tiles are cut; beyond it, its tiles are enlarged.")
            int deepestZoom,

            @Schema(example = "© OpenStreetMap contributors")
            String attribution) {}

    @GetMapping("/v1/map")
    @SecurityRequirements
    @Operation(summary = "Name, bounds, hash and tiles of the map that is served")
    Drawn map() {
        MapInfo map = questions.get(new DescribeMap(), MapInfo.class);
        return new Drawn(
                map.name(),
                PointShape.of(map.southWest()),
                PointShape.of(map.northEast()),
                PointShape.of(map.centre()),
                map.hash(),
                "/v1/map/tiles/{z}/{x}/{y}.mvt?map=" + map.hash().substring(0, 16),
                15,
                map.attribution());
    }
}
