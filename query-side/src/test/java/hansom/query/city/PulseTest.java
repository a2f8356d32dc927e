package hansom.query.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Pulse pulse = new Pulse();

    @Test
    void countsEventsOfTheLastTenWholeSeconds() {
        for (int second = -20; second < 0; second++)
            for (int event = 0; event < 7; event++) pulse.beat(NOON.plusSeconds(second));
        assertThat(pulse.eventsPerSecond(NOON)).isEqualTo(7);
        pulse.beat(NOON);
        assertThat(pulse.eventsPerSecond(NOON))
                .as("the second that is not over")
                .isEqualTo(7);
        assertThat(pulse.eventsPerSecond(NOON.plusSeconds(5))).isEqualTo((5 * 7 + 1) / 10.0);
        assertThat(pulse.eventsPerSecond(NOON.plusSeconds(60))).isZero();
    }

    @Test
    void countsOrdersOfAMinute() {
        for (int second = 0; second < 120; second += 10) pulse.placed(NOON.plusSeconds(second));
        assertThat(pulse.ordersLastMinute(NOON.plusSeconds(110))).isEqualTo(6);
        assertThat(pulse.ordersLastMinute(NOON.plusSeconds(300))).isZero();
    }

    @Test
    void knowsTheWaitInTheMiddleOfAQuarterOfAnHour() {
        assertThat(pulse.medianWait(NOON)).isNull();
        pulse.found(NOON, Duration.ofSeconds(500));
        for (int wait : new int[] {10, 30, 20}) pulse.found(NOON.plusSeconds(1_000), Duration.ofSeconds(wait));
        assertThat(pulse.medianWait(NOON.plusSeconds(1_001))).isEqualTo(Duration.ofSeconds(20));
        assertThat(pulse.medianWait(NOON.plusSeconds(3_000))).isNull();
    }
}
