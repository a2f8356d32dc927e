package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import hansom.geo.testing.Monaco;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceIndexTest {
    private static PlaceIndex index;

    @BeforeAll
    static void open() {
        index = new PlaceIndex(Monaco.folder().folder(new PlaceLayer()));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Avenue Princesse Grace, Avenue Princesse Grace",
        "av princesse gr, Avenue Princesse Grace",
        "bd des mulins, Boulevard des Moulins",
        "бульвар Мулен, Boulevard des Moulins",
        "monte carlo, Monte-Carlo",
        "Монте-Карло, Monte-Carlo",
        "monte karlo, Monte-Carlo",
        "Larvoto, Larvotto",
        "fontv, Fontvieille",
        "gare de monaco, Monaco - Monte Carlo",
        "вокзал, Monaco - Monte Carlo",
        "heliport, Héliport de Monaco",
    })
    void findsWhatIsMeantHoweverItIsTyped(String typed, String meant) {
        assertThat(index.find(typed, true, Monaco.CASINO, "fr", 5).getFirst().name())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"Океанографический музей", "okeanograficheskiy muzey", "musee oceanographique", "Oceanographic Museum"})
    void findsAVenueByItsNamesInEveryLanguage(String asked) {
        assertThat(index.find(asked, false, null, "fr", 5).getFirst().name())
                .isEqualToIgnoringCase("Musée océanographique");
    }

    @Test
    void answersInTheLanguageOfWhoAsks() {
        assertThat(first("Stade Louis II", "ru").name()).isEqualTo("Стадион Луи II");
        assertThat(first("Стадион Луи II", "fr").name()).startsWith("Stade Louis");
    }

    @Test
    void findsAHouseByItsNumberOnly() {
        Place house = index.find("Boulevard d'Italie", true, null, "fr", 50).stream()
                .filter(place -> place.kind() == Kind.HOUSE)
                .findFirst()
                .orElse(null);
        assertThat(house).as("no house without a number").isNull();
        Place numbered = anyHouse();
        Place found = index.find(numbered.name(), false, null, "fr", 5).getFirst();
        assertThat(found.name()).isEqualTo(numbered.name());
        assertThat(found.precision()).isEqualTo(Precision.HOUSE);
        assertThat(found.point().straightTo(numbered.point()).metres()).isLessThan(150);
    }

    @Test
    void givesTheStreetWhenItHasNoSuchHouse() {
        Place found =
                index.find("Avenue Princesse Grace 999", false, null, "fr", 5).getFirst();
        assertThat(found.name()).isEqualTo("Avenue Princesse Grace");
        assertThat(found.precision()).isEqualTo(Precision.STREET);
    }

    @Test
    void findsACrossing() {
        Place found = index.find("Rue Grimaldi / Rue Princesse Caroline", false, null, "fr", 5)
                .getFirst();
        assertThat(found.kind()).isEqualTo(Kind.CROSSING);
        assertThat(index.find("Rue Grimaldi", false, null, "fr", 50)).noneMatch(place -> place.kind() == Kind.CROSSING);
    }

    @Test
    void showsWhatIsNearFirst() {
        List<Place> here = index.find("McDonald's", false, Monaco.CASINO, "fr", 5);
        List<Place> there = index.find("McDonald's", false, Monaco.FONTVIEILLE, "fr", 5);
        assertThat(here).hasSameSizeAs(there).hasSizeGreaterThan(1);
        assertThat(here.getFirst().point()).isNotEqualTo(there.getFirst().point());
        assertThat(here.getFirst().away()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"zzzzqqq", "''", "' , '", "%%%&", "(((+\\\\"})
    void findsNothingInNonsense(String nonsense) {
        assertThat(index.find(nonsense, true, Monaco.CASINO, "fr", 5)).isEmpty();
        assertThat(index.find(nonsense, false, null, "", 5)).isEmpty();
    }

    @Test
    void saysWhatIsAtAPoint() {
        Place house = anyHouse();
        List<Place> there = index.at(house.point(), 10, "fr");
        assertThat(there.getFirst().kind()).isEqualTo(Kind.HOUSE);
        assertThat(there.getFirst().away()).isNotNull();
        assertThat(index.at(Monaco.STATION, 20, "fr")).anyMatch(place -> place.kind() == Kind.STATION);
    }

    @Test
    void namesAPointByItselfWhereThereIsNothing() {
        Place sea = index.at(Monaco.AT_SEA, 20, "fr").getFirst();
        assertThat(sea.kind()).isEqualTo(Kind.POINT);
        assertThat(sea.name()).isEqualTo("43.72500, 7.44000");
    }

    private static Place anyHouse() {
        for (double lat = 43.727; lat < 43.749; lat += 0.0005)
            for (double lng = 7.411; lng < 7.437; lng += 0.0005)
                for (Place place : index.at(new Point(lat, lng), 40, "fr"))
                    if (place.kind() == Kind.HOUSE) return place;
        throw new AssertionError("the map has no house");
    }

    private static Place first(String text, String language) {
        return index.find(text, false, null, language, 5).getFirst();
    }
}
