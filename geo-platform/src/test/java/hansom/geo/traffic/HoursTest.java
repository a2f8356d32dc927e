package hansom.geo.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Traffic does not jump when the clock strikes: what is usual of two hours changes evenly from the middle of one to that of the next. */
class HoursTest {
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-29T23:00:00Z");

    @Test
    void holdsInTheMiddleOfItsHourAndChangesEvenlyToTheNextAlsoOverTheEndOfTheWeek() {
        assertThat(slowness(30)).isCloseTo(168, within(1e-9));
        assertThat(slowness(45)).isCloseTo(126.25, within(1e-9));
        assertThat(slowness(60)).isCloseTo(84.5, within(1e-9));
        assertThat(slowness(90)).isCloseTo(1, within(1e-9));
        assertThat(slowness(105)).isCloseTo(1.25, within(1e-9));
    }

    /** So many minutes after it; each hour of the week is as slow as its number from one. */
    private static double slowness(int minutes) {
        return Hours.evenly(SUNDAY_EVENING.plus(Duration.ofMinutes(minutes)), hour -> 1 + Hours.ofWeek(hour));
    }
}
