package hansom.city.street;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.chance.Chance;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetsTest {
    private static final Spot PALACE = new Spot(43.7315, 7.4205);
    private static final Spot CASINO = new Spot(43.7392, 7.4275);

    @Test
    void readsRoadsAndPlacesFromTheMapFile(@TempDir Path folder) throws IOException {
        MapFile monaco = MapFile.monaco(folder);
        assertThat(monaco.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(MapFile.of(monaco.path()).hash());
        try (Streets streets = Streets.open(monaco, folder)) {
            Way way = streets.way(PALACE, CASINO).orElseThrow();
            assertThat(way.metres()).isBetween(PALACE.metresTo(CASINO), 6_000.0);
            assertThat(way.stretches()).anyMatch(Way.Stretch::junction);
            assertThat(way.stretches()).allMatch(stretch -> stretch.kmh() >= 5 && stretch.kmh() <= 140);
            assertThat(way.stretches().stream().map(Way.Stretch::kmh).distinct())
                    .contains(30.0, 60.0);
            assertThat(streets.kerb(new Spot(0, 0))).isEmpty();

            PlaceBook places = PlaceBook.read(monaco, streets, new Chance(1));
            assertThat(places.size()).isGreaterThan(500);
            for (Place.Kind kind : Place.Kind.values())
                assertThat(places.pick(kind, new Chance(5)).kind()).isEqualTo(kind);
            assertThat(places.pick(Place.Kind.HOME, new Chance(5)))
                    .isEqualTo(places.pick(Place.Kind.HOME, new Chance(5)));
        }
    }
}
