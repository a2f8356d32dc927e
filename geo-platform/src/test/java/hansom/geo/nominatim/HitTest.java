package hansom.geo.nominatim;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitTest {
    @ParameterizedTest
    @CsvSource({
        "boundary, administrative, SETTLEMENT",
        "boundary, national_park, VENUE",
        "place, suburb, SETTLEMENT",
        "place, square, VENUE",
        "highway, residential, STREET",
        "highway, bus_stop, VENUE",
        "railway, station, STATION"
    })
    void tellsWhatItIsByItsKeyAndValue(String category, String type, Kind kind) {
        Point point = new Point(43.73, 7.42);
        Hit hit = new Hit("r1", category, type, "Here", point, new Extent(43.72, 43.74, 7.41, 7.43), Map.of());
        assertThat(hit.kind()).isEqualTo(kind);
    }
}
