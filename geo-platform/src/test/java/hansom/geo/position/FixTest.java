package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.geo.testing.Drivers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Point CASINO = new Point(43.7393, 7.42775);

    @Test
    void readsWhatItWrote() {
        Fix full = new Fix(Drivers.at(Drivers.driver(1), new Point(-1e-7, 7.42775), NOON), NOON.plusMillis(7));
        Fix bare = new Fix(new DriverPosition(Drivers.driver(2), CASINO, NOON, null, null), NOON);
        assertThat(Fix.read(full.named())).isEqualTo(full);
        assertThat(Fix.read(bare.named())).isEqualTo(bare);
    }

    @Test
    void takesTheHourOfAClockFarAheadForOurs() {
        assertThat(heard(CASINO, NOON.plusSeconds(61))).isEqualTo(NOON);
        assertThat(heard(CASINO, NOON.plusSeconds(59))).isEqualTo(NOON.plusSeconds(59));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(Fix.heard(Drivers.at(Drivers.driver(1), new Point(0, 0), NOON), NOON))
                .isEmpty();
        assertThat(Fix.heard(Drivers.at(Drivers.driver(1), CASINO, NOON.minusSeconds(90_000)), NOON))
                .isEmpty();
    }

    @Test
    void dropsAnImpossibleSpeedAndTurnsAHeadingRound() {
        Fix fix = Fix.heard(new DriverPosition(Drivers.driver(1), CASINO, NOON, 360, Double.NaN), NOON)
                .orElseThrow();
        assertThat(fix.position().speed()).isNull();
        assertThat(fix.position().heading()).isZero();
    }

    private static Instant heard(Point point, Instant at) {
        return Fix.heard(Drivers.at(Drivers.driver(1), point, at), NOON)
                .orElseThrow()
                .at();
    }
}
