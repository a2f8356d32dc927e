package hansom.city.truth;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.chance.Chance;
import hansom.city.street.Spot;
import hansom.city.street.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Instant NIGHT = Instant.parse("2026-11-30T02:00:00Z");
    private static final Instant RUSH = Instant.parse("2026-11-30T08:15:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T08:15:00Z");

    private final Truth truth = new Truth(new Chance(1));
    private final Way way = straight(60);

    private static Way straight(int stretches) {
        List<Way.Stretch> line = new ArrayList<>();
        Spot at = new Spot(43.73, 7.42);
        for (int i = 0; i < stretches; i++) {
            Spot next = at.moved(100, 0);
            line.add(new Way.Stretch(at, next, 100, "primary", 50, true));
            at = next;
        }
        return new Way(line);
    }

    private double mean(Truth of, Instant at) {
        return way.stretches().stream()
                .mapToDouble(stretch -> of.speed(stretch, at))
                .average()
                .orElseThrow();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        Truth same = new Truth(new Chance(1));
        Truth other = new Truth(new Chance(2));
        List<Instant> week = IntStream.range(0, 7 * 24)
                .mapToObj(hour -> NIGHT.plusSeconds(3_600L * hour))
                .toList();
        assertThat(week).allSatisfy(at -> assertThat(mean(same, at)).isEqualTo(mean(truth, at)));
        assertThat(week).anySatisfy(at -> assertThat(mean(other, at)).isNotEqualTo(mean(truth, at)));
    }

    @Test
    void isSlowerInTheRushHoursOfWorkingDays() {
        assertThat(mean(truth, RUSH)).isLessThan(0.7 * mean(truth, NIGHT));
        assertThat(mean(truth, SUNDAY)).isGreaterThan(mean(truth, RUSH));
    }

    @Test
    void isNeverFasterThanTheMapThinks() {
        assertThat(way.stretches())
                .allSatisfy(stretch -> assertThat(truth.speed(stretch, NIGHT)).isLessThan(stretch.kmh() / 3.6));
    }

    @Test
    void holdsCarsAtSomeJunctionsAndNeverForLong() {
        List<Double> pauses = straight(400).stretches().stream()
                .flatMap(stretch -> IntStream.range(0, 6)
                        .mapToObj(part -> truth.pause(stretch.to(), NIGHT.plusSeconds(10L * part))))
                .toList();
        assertThat(pauses)
                .anyMatch(pause -> pause > 0)
                .anyMatch(pause -> pause == 0)
                .allMatch(pause -> pause <= 35);
        assertThat(pauses.stream().filter(pause -> pause > 0).count()).isLessThan(pauses.size() / 10);
    }

    @Test
    void letsACarArriveAfterTheTimeThatItsRoadsAndLightsTake() {
        Cruise cruise = new Cruise(way, truth, 1);
        int seconds = 0;
        while (!cruise.drive(1, NIGHT) && seconds < 10_000) seconds++;
        double roads = way.stretches().stream()
                .mapToDouble(stretch -> stretch.metres() / truth.speed(stretch, NIGHT))
                .sum();
        double lights = way.stretches().stream()
                .mapToDouble(stretch -> truth.pause(stretch.to(), NIGHT))
                .sum();
        assertThat(cruise.arrived()).isTrue();
        assertThat((double) seconds).isBetween(roads - 2, roads + lights + 2);
        assertThat(cruise.spot()).isEqualTo(way.stretches().getLast().to());
    }

    @Test
    void keepsAFasterDriversPace() {
        Cruise calm = new Cruise(way, truth, 0.9);
        Cruise hasty = new Cruise(way, truth, 1.1);
        calm.drive(60, NIGHT);
        hasty.drive(60, NIGHT);
        Spot start = way.stretches().getFirst().from();
        assertThat(start.metresTo(hasty.spot())).isGreaterThan(start.metresTo(calm.spot()));
    }
}
