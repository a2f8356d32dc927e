package hansom.geo.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.geo.road.Passage;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Stretches;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is usual of a stretch: the lights at its end belong to it, and it does not jump from hour to hour. */
class SegmentSpeedsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), List::of);
    private final Stretches stretches = network.stretches();
    private final HandClock clock = new HandClock(MONDAY);
    private final SegmentSpeeds speeds = new SegmentSpeeds(stretches, clock);
    private final int stretch = IntStream.range(0, stretches.keys())
            .filter(key -> stretches.original(key) == key && stretches.drivable(key))
            .filter(key -> stretches.freeMillis(key) > 6_000 && stretches.freeMillis(key) < 8_000)
            .findFirst()
            .orElseThrow();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aLightThatIsRedForOneCarInFiveIsAHabitOfItsStretch() {
        int free = stretches.freeMillis(stretch);
        for (int hour = 0; hour < 28 * 24; hour++) {
            drive(free + (hour % 5 == 0 ? 45_000 : 0));
            clock.forward(Duration.ofHours(1));
        }
        double truly = 1 + 9_000.0 / free;
        clock.forward(Duration.ofHours(5));
        assertThat(speeds.slowness(stretch)).isCloseTo(truly, within(0.15 * truly));
    }

    @Test
    void whatIsUsualChangesEvenlyFromHourToHour() {
        int free = stretches.freeMillis(stretch);
        for (int hour = 0; hour < 28 * 24; hour++) {
            boolean rush = hour % 24 == 17;
            for (int car = 0; car < 4; car++) {
                drive(rush ? 3 * free : free);
                clock.forward(Duration.ofMinutes(15));
            }
        }
        clock.forward(Duration.ofHours(16));
        clock.forward(Duration.ofMinutes(30));
        double before = speeds.slowness(stretch);
        clock.forward(Duration.ofMinutes(30));
        double between = speeds.slowness(stretch);
        clock.forward(Duration.ofMinutes(30));
        double rush = speeds.slowness(stretch);
        assertThat(rush).isGreaterThan(before * 1.5);
        assertThat(between).isCloseTo((before + rush) / 2, within(0.1));
    }

    private void drive(int millis) {
        speeds.learn(new Passage(stretch, millis, clock.instant()));
    }
}
