package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterpolationTest {
    private static final Point WEST = new Point(43.7400, 7.4200);
    private static final Point EAST = new Point(43.7400, 7.4220);
    private static final Entry STREET = new Entry(
            "w1",
            Kind.STREET,
            Map.of("", "Rue Longue"),
            List.of(),
            Map.of(),
            null,
            Map.of("", "Monaco"),
            WEST,
            Precision.STREET,
            List.of());

    @Test
    void putsAMissingHouseBetweenItsNeighboursInProportion() {
        Entry house = Interpolation.on(STREET, "5", List.of(at("3", WEST), at("11", EAST), at("4", EAST)))
                .orElseThrow();
        assertThat(house.kind()).isEqualTo(Kind.HOUSE);
        assertThat(house.precision()).isEqualTo(Precision.INTERPOLATED);
        assertThat(house.house()).isEqualTo("5");
        assertThat(house.street()).containsEntry("", "Rue Longue");
        assertThat(house.point().straightTo(new Point(43.7400, 7.4205)).metres())
                .isLessThan(2);
    }

    @Test
    void takesTheHouseWithTheSameNumberAndAnotherLetter() {
        assertThat(Interpolation.on(STREET, "7b", List.of(at("7a", EAST)))
                        .orElseThrow()
                        .point())
                .isEqualTo(EAST);
    }

    @Test
    void guessesNothingBeyondTheLastHouseNorAcrossTheStreetNorFarBetween() {
        assertThat(Interpolation.on(STREET, "13", List.of(at("3", WEST), at("11", EAST))))
                .isEmpty();
        assertThat(Interpolation.on(STREET, "6", List.of(at("3", WEST), at("11", EAST))))
                .isEmpty();
        assertThat(Interpolation.on(STREET, "21", List.of(at("3", WEST), at("41", EAST))))
                .isEmpty();
        assertThat(Interpolation.on(STREET, "5", List.of(at("3", WEST), at("11", new Point(43.7400, 7.4300)))))
                .isEmpty();
        assertThat(Interpolation.on(STREET, "b", List.of(at("3", WEST), at("11", EAST))))
                .isEmpty();
    }

    private static Digest at(String number, Point point) {
        return new Digest(
                Kind.HOUSE,
                "rue longue",
                List.of(),
                List.of(List.of("rue", "longue")),
                Set.of(),
                Set.of(number),
                List.of(point),
                0);
    }
}
