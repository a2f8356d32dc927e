package hansom.city.truth;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.chance.Chance;
import hansom.city.street.Place.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Chance SEED = new Chance(3);

    private static List<Wishes.Errand> at(String instant) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> Wishes.errand(Instant.parse(instant), SEED.of("wish", i)))
                .toList();
    }

    private static double share(List<Wishes.Errand> errands, Kind from, Kind to) {
        return errands.stream()
                        .filter(errand -> errand.from() == from && errand.to() == to)
                        .count()
                / (double) errands.size();
    }

    @Test
    void leadToWorkInTheMorningAndHomeInTheEvening() {
        assertThat(share(at("2026-11-30T08:00:00Z"), Kind.HOME, Kind.WORK)).isBetween(0.5, 0.7);
        assertThat(share(at("2026-11-30T18:00:00Z"), Kind.WORK, Kind.HOME)).isBetween(0.4, 0.6);
        assertThat(share(at("2026-11-30T18:00:00Z"), Kind.HOME, Kind.WORK)).isZero();
    }

    @Test
    void leadHomeFromTablesAtNightAndToPleasureAtTheWeeksEnd() {
        assertThat(share(at("2026-11-30T23:30:00Z"), Kind.TABLE, Kind.HOME)).isBetween(0.35, 0.55);
        assertThat(share(at("2026-11-29T11:00:00Z"), Kind.HOME, Kind.LEISURE)).isBetween(0.2, 0.4);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(at("2026-11-30T08:00:00Z")).isEqualTo(at("2026-11-30T08:00:00Z"));
    }

    @Test
    void areMostInTheRushAndNeverNone() {
        double rush = Wishes.busyness(Instant.parse("2026-11-30T08:15:00Z"));
        double night = Wishes.busyness(Instant.parse("2026-11-30T03:00:00Z"));
        assertThat(night).isPositive().isLessThan(rush);
        assertThat(rush).isLessThanOrEqualTo(1);
    }
}
