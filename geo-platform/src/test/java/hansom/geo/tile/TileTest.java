package hansom.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.MapTile;
import hansom.contract.geo.Point;
import hansom.geo.map.Served;
import hansom.geo.testing.Monaco;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Tiles of Monaco, read back as a browser reads them. */
class TileTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Path LAYER = Monaco.folder().folder(new TileLayer());
    private static TileStore store;

    @BeforeAll
    static void open() {
        store = TileStore.of(Monaco.folder());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static CutTile at(Point point, int zoom) {
        return new CutTile(
                zoom, Plane.x(point.lng()) >> (Plane.BITS - zoom), Plane.y(point.lat()) >> (Plane.BITS - zoom));
    }

    private static JtsMvt read(CutTile asked) throws IOException {
        byte[] gzipped = Base64.getDecoder().decode(store.tile(asked).gzippedInBase64());
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return MvtReader.loadMvt(plain, GEOMETRY, new TagKeyValueMapConverter(), MvtReader.RING_CLASSIFIER_V2_1);
        }
    }

    private static List<Geometry> layer(CutTile asked, String name) throws IOException {
        var layer = read(asked).getLayersByName().get(name);
        return layer == null ? List.of() : List.copyOf(layer.getGeometries());
    }

    private static String word(Geometry shape, String key) {
        return Objects.toString(((Map<?, ?>) shape.getUserData()).get(key), "");
    }

    private static org.locationtech.jts.geom.Point inTile(CutTile tile, Point point) {
        var spot = GEOMETRY.createPoint(new Coordinate(Plane.x(point.lng()), Plane.y(point.lat())));
        spot.apply(new TileGrid(tile));
        return spot;
    }

    private static boolean covered(CutTile tile, String layer, Point point) throws IOException {
        var spot = inTile(tile, point);
        return layer(tile, layer).stream().anyMatch(shape -> shape.getDimension() == 2 && shape.covers(spot));
    }

    @Test
    void nameTheStreetsOfMonaco() throws IOException {
        List<Geometry> roads = layer(at(new Point(43.7384, 7.4246), 15), "road");
        assertThat(roads).anyMatch(road -> word(road, "name").equals("Avenue de la Costa"));
        assertThat(roads).extracting(road -> word(road, "kind")).contains("primary", "street", "service");
    }

    @Test
    void showTheSeaWhereItIsAndNotOnLand() throws IOException {
        for (int zoom : List.of(15, 13, 11)) {
            assertThat(covered(at(Monaco.AT_SEA, zoom), "water", Monaco.AT_SEA))
                    .as("sea at " + zoom)
                    .isTrue();
            for (Point dry : List.of(Monaco.CASINO, Monaco.STATION, Monaco.FONTVIEILLE))
                assertThat(covered(at(dry, zoom), "water", dry))
                        .as("%s at %d", dry, zoom)
                        .isFalse();
        }
    }

    @Test
    void haveHousesParksAndLabels() throws IOException {
        CutTile casino = at(Monaco.CASINO, 15);
        assertThat(layer(casino, "house")).hasSizeGreaterThan(20).allMatch(house -> house.getArea() > 0);
        assertThat(layer(casino, "land")).anyMatch(land -> word(land, "kind").equals("park"));
        assertThat(layer(at(Monaco.CASINO, 12), "label"))
                .anyMatch(label -> word(label, "name").startsWith("Monaco")
                        || word(label, "name").startsWith("Monte"));
    }

    @Test
    void showOnlyWhatIsSeenFromAfar() throws IOException {
        CutTile far = at(Monaco.CASINO, 10);
        assertThat(layer(far, "house")).isEmpty();
        assertThat(layer(far, "road"))
                .extracting(road -> word(road, "kind"))
                .doesNotContain("service", "path", "street");
        assertThat(store.tile(far).gzippedInBase64().length())
                .isLessThan(store.tile(at(Monaco.CASINO, 14)).gzippedInBase64().length());
    }

    @Test
    void endAtTheMarginAndMeetTheirNeighbours() throws IOException {
        CutTile east = at(Monaco.CASINO, 15);
        CutTile west = new CutTile(15, east.column() - 1, east.row());
        Envelope margin = new Envelope(TileGrid.WITH_MARGIN);
        margin.expandBy(1);
        for (CutTile tile : List.of(west, east))
            for (String name : List.of("road", "water", "house", "land", "rail"))
                assertThat(layer(tile, name)).allMatch(shape -> margin.contains(shape.getEnvelopeInternal()));
        List<String> leaving = crossings(west, TileGrid.UNITS);
        assertThat(leaving).isNotEmpty();
        assertThat(crossings(east, 0)).containsExactlyInAnyOrderElementsOf(leaving);
    }

    /** Where streets cross an edge of the tile, as kind and height; a unit or two of rounding is allowed for. */
    private static List<String> crossings(CutTile tile, int edge) throws IOException {
        Geometry line = GEOMETRY.createLineString(
                new Coordinate[] {new Coordinate(edge + 0.5, 0), new Coordinate(edge + 0.5, TileGrid.UNITS)});
        return layer(tile, "road").stream()
                .filter(road -> !word(road, "kind").equals("path"))
                .flatMap(road -> Stream.of(road.intersection(line).getCoordinates())
                        .map(point -> word(road, "kind") + " " + word(road, "name") + " " + Math.round(point.y / 8)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"15, 0, 0", "0, 1, 0", "3, -1, 2", "-1, 0, 0", "16, 34118, 23896", "40, 1, 1", "15, 2147483647, 5"})
    void areEmptyWhereNothingIsOrCanBe(int zoom, int column, int row) {
        MapTile tile = new TileQueries(new Served<>("tiles", Monaco.folder(), TileStore::of, TileStore::close))
                .handle(new CutTile(zoom, column, row));
        assertThat(tile.isEmpty()).isTrue();
    }

    @Test
    void areKeptOnDisk() throws IOException {
        CutTile asked = at(Monaco.HARBOUR, 14);
        MapTile cut = store.tile(asked);
        Path file = LAYER.resolve("cut/14/%d/%d.mvt.gz".formatted(asked.column(), asked.row()));
        assertThat(Files.readAllBytes(file)).isEqualTo(Base64.getDecoder().decode(cut.gzippedInBase64()));
        assertThat(store.tile(asked)).isEqualTo(cut);
    }
}
