package hansom.geo.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.engines.StartRefused;
import hansom.geo.road.RoadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFolderTest {
    @TempDir
    Path maps;

    private final AtomicInteger built = new AtomicInteger();

    private final Layer layer = new Layer() {
        @Override
        public String name() {
            return "hills";
        }

        @Override
        public void build(Path extract, Path folder) throws IOException {
            built.incrementAndGet();
            assertThat(Files.size(extract)).isPositive();
            assertThat(folder).isEmptyDirectory();
            Files.writeString(folder.resolve("hill"), "high");
        }
    };

    @Test
    void buildsALayerOnceForAnExtract() {
        assertThat(folder().folder(layer).resolve("hill")).hasContent("high");
        assertThat(folder().folder(layer).resolve("hill")).hasContent("high");
        assertThat(built).hasValue(1);
    }

    @Test
    void beginsAnewWhenANodeDiedWhileItImported() throws IOException {
        MapFolder folder = folder();
        Path part = maps.resolve(folder.extract().hash().substring(0, 16)).resolve("hills.part");
        Files.createDirectories(part.resolve("hills"));
        Files.writeString(part.resolve("extract.osm"), "half of i");
        Files.writeString(part.resolve("hills").resolve("hill"), "hal");
        assertThat(folder.folder(layer).resolve("hill")).hasContent("high");
        assertThat(part).doesNotExist();
    }

    @Test
    void refusesAMapThatIsNone() throws IOException {
        Path text = Files.writeString(maps.resolve("mars.osm.pbf"), "this is not a map, however long it may be");
        MapFolder folder = new MapFolder(MapConfiguration.extract(text.toString()), maps);
        assertThatThrownBy(() -> RoadConfiguration.network(folder, List::of))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("the map " + text + " cannot be read: ");
    }

    @Test
    void refusesAMapThatEndsTooEarly() throws IOException {
        byte[] whole;
        try (var in = MapConfiguration.extract("").source().open()) {
            whole = in.readAllBytes();
        }
        Path half = Files.write(maps.resolve("half.osm.pbf"), java.util.Arrays.copyOf(whole, whole.length / 2));
        MapFolder folder = new MapFolder(MapConfiguration.extract(half.toString()), maps);
        assertThatThrownBy(() -> RoadConfiguration.network(folder, List::of)).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesAMapThatIsNotThere() {
        assertThatThrownBy(() ->
                        MapConfiguration.extract(maps.resolve("none.osm.pbf").toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("none.osm.pbf cannot be read");
    }

    private MapFolder folder() {
        return new MapFolder(MapConfiguration.extract(""), maps);
    }
}
