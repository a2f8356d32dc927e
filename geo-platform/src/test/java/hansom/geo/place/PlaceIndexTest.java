package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import hansom.geo.testing.Monaco;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({
        "Boulevrad des Moulnis, Boulevard des Moulins",
        "Avenue Princese Grce, Avenue Princesse Grace",
        "iulevard de Suisse, Boulevard de Suisse",
        "bd rainier iii, Boulevard Rainier III",
        "av de la cosat, Avenue de la Costa",
        "авеню де ла коста, Avenue de la Costa",
        "руе гримальди, Rue Grimaldi",
        "ул Гримальди, Rue Grimaldi",
        "avenue grimaldi, Rue Grimaldi",
        "RUE GRIMALDI, Rue Grimaldi",
        "кгу пкшьфдвш, Rue Grimaldi",
        "Vjyntrfhkj, Monte-Carlo",
        "montecarlo, Monte-Carlo",
    })
    void forgivesSlipsOtherAlphabetsAndTheWrongKeys(String typed, String meant) {
        assertThat(index.find(typed, false, Monaco.CASINO, "fr", 5).getFirst().name())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"pharmacie", "pharmacy", "аптека рядом", "аптека", "pharmacy near me"})
    void findsAKindOfPlaceNearFirst(String asked) {
        List<Place> here = index.find(asked, false, Monaco.CASINO, "fr", 5);
        List<Place> there = index.find(asked, false, Monaco.FONTVIEILLE, "fr", 5);
        assertThat(metres(here.getFirst())).isLessThan(metres(there.getLast()));
        assertThat(here.getFirst().name()).isNotEqualTo(there.getFirst().name());
        assertThat(metres(here.getFirst())).isLessThan(600);
    }

    @ParameterizedTest
    @CsvSource({"Océanographique musée", "monaco rue grimaldi", "Grimaldi rue"})
    void caresLittleForTheOrderOfWords(String asked) {
        assertThat(index.find(asked, false, null, "fr", 5).getFirst().name())
                .matches("(?i)Musée océanographique|Rue Grimaldi");
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

    @ParameterizedTest
    @ValueSource(strings = {"43.73845, 7.41950", "43.73845 7.41950", "43,73845; 7,41950", "43.73845° N, 7.41950° E"})
    void takesAPointForWhatItIs(String typed) {
        List<Place> found = index.find(typed, false, null, "fr", 5);
        assertThat(found.getFirst().kind()).isEqualTo(Kind.POINT);
        assertThat(found.getFirst().point()).isEqualTo(Monaco.STATION);
        assertThat(found).hasSizeGreaterThan(1);
    }

    @Test
    void findsHousesByTheirQuarterAndPostcode() {
        Place house = anyHouse();
        for (String more : List.of(", Monaco", ", 98000 Monaco"))
            assertThat(index.find(house.name() + more, false, null, "fr", 5)
                            .getFirst()
                            .name())
                    .isEqualTo(house.name());
    }

    @Test
    void saysThatAPointInsideABuildingIsNoWayOff() {
        Place sporting =
                index.find("Avenue Princesse Grace 26", false, null, "fr", 1).getFirst();
        Place there = at(sporting.point(), 10, "fr").getFirst();
        assertThat(there.name()).isEqualTo(sporting.name());
        assertThat(metres(there)).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void answersWhateverIsTyped(String typed) {
        assertThat(index.find(typed, true, Monaco.CASINO, "fr", 50)).hasSizeLessThanOrEqualTo(50);
        assertThat(index.find(typed, false, null, "xx", -3)).hasSizeLessThanOrEqualTo(1);
    }

    static List<String> answersWhateverIsTyped() {
        return List.of(
                "a".repeat(10_000),
                "rue ".repeat(2_500),
                "1 ".repeat(5_000),
                "р".repeat(150) + " " + "q".repeat(150),
                "\u0000\u0001\u0007\u001b[2J",
                "rue\u0000grimaldi",
                "\uD83D\uDE95\uD83D\uDE95 \uD83C\uDDF2\uD83C\uDDE8",
                "\uD83D",
                "\u202Erue\u202C",
                "???!!!...///",
                "/ & + /",
                "ΑΒΓ δρόμος",
                "東京駅",
                "शिवाजी",
                "* ? ~2 (a OR b) field:x",
                "99999999999999999999",
                "-1",
                "91.0000, 181.0000",
                "٣ شارع");
    }

    @Test
    void showsHousesWhileANumberIsTyped() {
        assertThat(index.find("Rue Grimaldi", true, null, "fr", 50)).noneMatch(place -> place.kind() == Kind.HOUSE);
        Place numbered = anyHouse();
        assertThat(index.find(numbered.name(), true, null, "fr", 5).getFirst().kind())
                .isEqualTo(Kind.HOUSE);
    }

    @Test
    void saysWhatIsAtAPoint() {
        Place house = anyHouse();
        List<Place> there = at(house.point(), 10, "fr");
        assertThat(there.getFirst().kind()).isEqualTo(Kind.HOUSE);
        assertThat(there.getFirst().away()).isNotNull();
        assertThat(at(Monaco.STATION, 20, "fr")).anyMatch(place -> place.kind() == Kind.STATION);
    }

    @Test
    void tellsTheStreetFirstToWhoIsNotKnownToAHouse() {
        Place house = anyHouse();
        assertThat(at(house.point(), 30, "fr")).extracting(Place::kind).startsWith(Kind.HOUSE, Kind.STREET);
        assertThat(at(house.point(), 400, "fr")).extracting(Place::kind).startsWith(Kind.STREET, Kind.HOUSE);
    }

    @Test
    void namesAPointByItselfWhereThereIsNothing() {
        Place sea = at(Monaco.AT_SEA, 20, "fr").getFirst();
        assertThat(sea.kind()).isEqualTo(Kind.POINT);
        assertThat(sea.name()).isEqualTo("43.72500, 7.44000");
    }

    private static long metres(Place place) {
        return Objects.requireNonNull(place.away()).metres();
    }

    private static Place anyHouse() {
        for (double lat = 43.727; lat < 43.749; lat += 0.0005)
            for (double lng = 7.411; lng < 7.437; lng += 0.0005)
                for (Place place : at(new Point(lat, lng), 40, "fr")) if (place.kind() == Kind.HOUSE) return place;
        throw new AssertionError("the map has no house");
    }

    private static Place first(String text, String language) {
        return index.find(text, false, null, language, 5).getFirst();
    }

    /** The map has it in another quarter than the addresses along it. */
    @Test
    void findsAStreetByTheTownOfItsAddresses() {
        Place street =
                index.find("Rue du Portier, Monte-Carlo", false, null, "fr", 5).getFirst();
        assertThat(street.kind()).isEqualTo(Kind.STREET);
        assertThat(street.name()).isEqualTo("Rue du Portier");
    }

    /** The street lies in another quarter; of the other town this map knows nothing. */
    @Test
    void takesTheNextTownForTheOwnButNoOther() {
        assertThat(index.find("Rue Grimaldi, Fontvieille", false, null, "fr", 5)
                        .getFirst()
                        .name())
                .isEqualTo("Rue Grimaldi");
        assertThat(index.find("Rue Grimaldi, Vladivostok", false, null, "fr", 5))
                .isEmpty();
    }

    @Test
    void listsTheHousesOfAStreetInTheirOrder() {
        String street = index.find("Avenue de la Costa", false, null, "fr", 1)
                .getFirst()
                .id();
        List<Place> all = index.houses(street, "", "fr", 200).orElseThrow();
        assertThat(all).hasSizeGreaterThan(3).allMatch(house -> house.kind() == Kind.HOUSE);
        assertThat(all).extracting(Place::name).allMatch(name -> name.endsWith(" Avenue de la Costa"));
        assertThat(all)
                .extracting(house -> Integer.parseInt(house.name().replaceAll("^\\D*(\\d+).*", "$1")))
                .isSorted();
        assertThat(index.houses(street, "2", "fr", 200).orElseThrow())
                .hasSizeBetween(2, all.size() - 1)
                .allMatch(house -> house.name().startsWith("2"));
        assertThat(index.houses(street, "", "fr", 2).orElseThrow()).isEqualTo(all.subList(0, 2));
        assertThat(index.houses(street, "997", "fr", 200)).contains(List.of());
        assertThat(index.houses("w1", "", "fr", 200)).isEmpty();
    }

    private static List<Place> at(Point point, double accuracyMetres, String language) {
        return index.reverse(new GeoQuery.ReversePlace(point, accuracyMetres, language));
    }
}
