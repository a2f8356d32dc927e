package hansom.edge.page;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.GeoQuery.ShowTraffic;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.MapTile;
import hansom.contract.geo.RoadTraffic;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Near;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map that is served and the tiles it is drawn from. */
@RestController
@Tag(name = "Map")
final class MapController {
    private static final MediaType VECTOR_TILE = MediaType.valueOf("application/vnd.mapbox-vector-tile");

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
                MapTile.DEEPEST_ZOOM,
                map.attribution());
    }

    @GetMapping("/v1/map/tiles/{zoom}/{column}/{row}.mvt")
    @Operation(
            summary = "A vector tile",
            description =
                    "In the Web Mercator grid with tiles of 512 pixels: layers land, water, house, road, rail, label.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.mapbox-vector-tile",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "204", description = "There is nothing to draw.", content = @Content)
    ResponseEntity<byte[]> tile(
            @PathVariable @Parameter(example = "15") int zoom,
            @PathVariable @Parameter(example = "17059") int column,
            @PathVariable @Parameter(example = "11948") int row,
            @RequestParam(name = "map", required = false)
                    @Parameter(description = "The first letters of the map's hash, as the path of the tiles has them.")
                    @Nullable
                    String wanted,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Parameter(hidden = true) @Nullable
                    String encodings) {
        within("zoom", zoom, MapTile.DEEPEST_ZOOM);
        within("column", column, (1 << zoom) - 1);
        within("row", row, (1 << zoom) - 1);
        MapTile tile = questions.get(new CutTile(zoom, column, row), MapTile.class);
        // A page that was opened before an update asks with the old name, and gets what there is now.
        boolean named = wanted == null || tile.map().startsWith(wanted);
        var kept = named ? CacheControl.maxAge(Duration.ofHours(1)).cachePublic() : CacheControl.noStore();
        if (tile.isEmpty()) return ResponseEntity.noContent().cacheControl(kept).build();
        byte[] gzipped = Base64.getDecoder().decode(tile.gzippedInBase64());
        var answer =
                ResponseEntity.ok().contentType(VECTOR_TILE).cacheControl(kept).varyBy(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzipped)
                : answer.body(plain(gzipped));
    }

    /** Where the roads are slow or closed. */
    @Schema(name = "Traffic")
    record Slowness(
            @Schema(description = "What it came from: the map, and after an @ the version of the traffic on it.")
            String map,

            List<Slow> stretches) {
        Slowness {
            stretches = List.copyOf(stretches);
        }
    }

    /** One stretch of road in the direction of travel. */
    @Schema(name = "TrafficStretch")
    record Slow(
            @Schema(description = "Encoded polyline, 5 decimals.")
            String polyline,

            @Schema(
                    description =
                            "slow: it takes half as long again as when it is free; jammed: two and a half times; closed.")
            RoadTraffic.Level level) {}

    @GetMapping("/v1/map/traffic")
    @SecurityRequirements
    @Operation(
            summary = "Where the roads of an area are slow or closed",
            description =
                    "As of the newest snapshot, made each half minute or at once when a road is closed. At most 3,000"
                            + " stretches, the worst and longest first.")
    @Refuses({RefusalCode.INVALID_REQUEST, RefusalCode.COORDINATES_SWAPPED})
    ResponseEntity<Slowness> traffic(
            @RequestParam("south_west") @Parameter(example = "43.72,7.40") String southWest,
            @RequestParam("north_east") @Parameter(example = "43.76,7.45") String northEast) {
        RoadTraffic traffic = questions.get(
                new ShowTraffic(Near.point("south_west", southWest), Near.point("north_east", northEast)),
                RoadTraffic.class);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Slowness(
                        traffic.map(),
                        traffic.stretches().stream()
                                .map(slow -> new Slow(slow.polyline(), slow.level()))
                                .toList()));
    }

    private static void within(String name, int value, int most) {
        if (value < 0 || value > most)
            throw new Refused(
                    RefusalCode.INVALID_REQUEST,
                    null,
                    List.of(new Problem.Fault(null, name, "must be between 0 and " + most)));
    }

    private static byte[] plain(byte[] gzipped) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return gzip.readAllBytes();
        } catch (IOException notGzip) {
            throw new UncheckedIOException(notGzip);
        }
    }
}
