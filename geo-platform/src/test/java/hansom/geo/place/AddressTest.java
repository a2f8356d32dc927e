package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Point;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How addresses are written, and what their towns say about what lies around them. */
class AddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "улица Гончарова | 4 с2 | RU | ru | улица Гончарова, 4 с2",
                "Goncharova Street | 4 | RU | en | Goncharova Street, 4",
                "Rue Grimaldi | 12 bis | MC | ru | 12 bis Rue Grimaldi",
                "Broadway | 1500 | US | en | 1500 Broadway",
                "Hauptstraße | 5 | DE | en | Hauptstraße 5",
                "Rua do Ouro | 7 | '' | en | Rua do Ouro 7",
                "улица Мира | 7 | '' | ru | улица Мира, 7",
                "Rue Grimaldi | '' | MC | fr | Rue Grimaldi",
                "'' | 12 | RU | ru | 12"
            })
    void areWrittenAsTheCountryDoes(String street, String house, String country, String language, String line) {
        assertThat(AddressLine.of(street, house, country, language)).isEqualTo(line);
    }

    @Test
    void tellTheTownAroundThem() {
        AddressTowns towns = new AddressTowns();
        Point here = new Point(49.4001, 8.6801);
        assertThat(towns.around(here)).isEmpty();
        towns.add(new Point(49.4021, 8.6811), "Heidelberg");
        towns.add(new Point(49.4022, 8.6812), "Heidelberg");
        towns.add(new Point(49.4023, 8.6813), "Eppelheim");
        assertThat(towns.near(here)).containsExactly("Heidelberg", "Eppelheim");
        assertThat(towns.around(here)).isEqualTo(Map.of("", "Heidelberg"));
        Point outskirts = new Point(49.4140, 8.6801);
        assertThat(towns.near(outskirts)).isEmpty();
        assertThat(towns.around(outskirts)).isEqualTo(Map.of("", "Heidelberg"));
        assertThat(towns.around(new Point(49.5, 8.68))).isEmpty();
    }
}
