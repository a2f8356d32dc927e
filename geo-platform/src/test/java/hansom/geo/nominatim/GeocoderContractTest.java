package hansom.geo.nominatim;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import hansom.geo.map.MapFolder;
import hansom.geo.place.Geocoder;
import hansom.geo.place.PlaceConfiguration;
import hansom.geo.testing.Monaco;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What every geocoder does: the index, and both adapters, on Monaco. Where {@code HANSOM_NOMINATIM_URL} names a real Nominatim that has
 * imported Monaco, the adapters are tried on that too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeocoderContractTest {
    private static final Point DOOR = new Point(43.7374473, 7.4237242);
    private static final String REAL = System.getenv().getOrDefault("HANSOM_NOMINATIM_URL", "");

    private final AnnotationConfigApplicationContext places = new AnnotationConfigApplicationContext();
    private final WireMockServer standIn = StandIn.ofMonaco();
    private final List<DudieNominatim> clients = new ArrayList<>();
    private final List<Named<Geocoder>> geocoders = new ArrayList<>();

    @BeforeAll
    void start() {
        places.registerBean(MapFolder.class, Monaco::folder);
        places.register(PlaceConfiguration.class);
        places.refresh();
        geocoders.add(Named.of("index", places.getBean(Geocoder.class)));
        add("stand-in", standIn.baseUrl());
        if (!REAL.isEmpty()) add(REAL, REAL);
    }

    private void add(String name, String url) {
        DudieNominatim client = new DudieNominatim(url, "hansom-test", "");
        clients.add(client);
        geocoders.add(Named.of("thin at " + name, new NominatimGeocoder(new ThinNominatim(url, "hansom-test"))));
        geocoders.add(Named.of("nominatim-api at " + name, new NominatimGeocoder(client)));
    }

    @AfterAll
    void stop() throws IOException {
        places.close();
        standIn.stop();
        for (DudieNominatim client : clients) client.close();
    }

    List<Named<Geocoder>> geocoders() {
        return geocoders;
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void findsAStreet(Geocoder geocoder) {
        Place street = search(geocoder, "Boulevard des Moulins, Monaco", null).getFirst();
        assertThat(street.kind()).isEqualTo(Kind.STREET);
        assertThat(street.name()).isEqualTo("Boulevard des Moulins");
        assertThat(street.precision()).isEqualTo(Precision.STREET);
        assertThat(metres(street, new Point(43.7424, 7.4279))).isLessThan(500);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void findsAHouseOnce(Geocoder geocoder) {
        List<Place> found = search(geocoder, "2 Avenue de la Costa, Monaco", null);
        assertThat(found.getFirst().kind()).isEqualTo(Kind.HOUSE);
        assertThat(found.getFirst().precision()).isEqualTo(Precision.HOUSE);
        assertThat(metres(found.getFirst(), DOOR)).isLessThan(50);
        assertThat(found)
                .filteredOn(place -> place.name().equals("2 Avenue de la Costa"))
                .hasSize(1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void findsAVenue(Geocoder geocoder) {
        Place casino = search(geocoder, "Casino de Monte-Carlo", Monaco.STATION).getFirst();
        assertThat(casino.kind()).isEqualTo(Kind.VENUE);
        assertThat(casino.precision()).isEqualTo(Precision.PLACE);
        assertThat(casino.name()).contains("Casino");
        assertThat(casino.address()).endsWith("Monaco");
        assertThat(metres(casino, Monaco.CASINO)).isLessThan(150);
        assertThat(casino.away()).isEqualTo(Monaco.STATION.straightTo(casino.point()));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void findsNothingForNonsense(Geocoder geocoder) {
        assertThat(search(geocoder, "qqxzv wwkjhg", null)).isEmpty();
        assertThat(search(geocoder, " \t\u0000\u0007 ", null)).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void takesWhateverIsTyped(Geocoder geocoder) {
        for (String text : List.of(
                "Restaurant&limit=50&polygon_geojson=1",
                "Bar + Grill",
                "улица Ленина & Мира, 4",
                "%00%ff {q} ${x} #? \ud83d\ude95",
                "a\u0000b\u0007c\u200b",
                "Monaco",
                "я".repeat(10_000))) for (Place place : search(geocoder, text, Monaco.CASINO)) sound(place);
        assertThat(geocoder.search(new SearchPlaces("Monaco", null, "", 1))).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void knowsTheHouseAtAPoint(Geocoder geocoder) {
        Place there = geocoder.reverse(new ReversePlace(DOOR, 10, "")).getFirst();
        assertThat(there.kind()).isEqualTo(Kind.HOUSE);
        assertThat(there.name()).isEqualTo("2 Avenue de la Costa");
        sound(there);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("geocoders")
    void putsNobodyAshoreWhoIsAtSea(Geocoder geocoder) {
        for (Point sea : List.of(new Point(-60, -140), new Point(0.001, 0.001), Monaco.AT_SEA))
            for (Place place : geocoder.reverse(new ReversePlace(sea, 10, "")))
                assertThat(metres(place, sea)).isLessThan(160);
    }

    private static void sound(Place place) {
        assertThat(place.name()).isNotBlank();
        assertThat(place.id()).matches("[nwrsxip].*");
        assertThat(metres(place, new Point(0, 0))).isGreaterThan(1_000_000);
    }

    private static List<Place> search(Geocoder geocoder, String text, @Nullable Point near) {
        List<Place> found = geocoder.search(new SearchPlaces(text, near, "", 5));
        assertThat(found).hasSizeLessThanOrEqualTo(5);
        return found;
    }

    private static double metres(Place place, Point point) {
        return place.point().straightTo(point).metres();
    }
}
