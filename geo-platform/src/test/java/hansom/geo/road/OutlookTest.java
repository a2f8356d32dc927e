package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final double MINUTE = 60_000;

    @Test
    void takesWhatItTakesNowWhereThatIsUsual() {
        assertThat(Outlook.drive(0, 1, 90_000, 90_000)).isCloseTo(90_000, within(1e-6));
        assertThat(Outlook.drive(7 * MINUTE, 0.5, 900_000, 900_000)).isCloseTo(7 * MINUTE + 450_000, within(1e-6));
    }

    @Test
    void leavesAJamAsItIsForTheNextMinuteAndDissolvesItWithinTheHour() {
        assertThat(Outlook.drive(0, 1, 20_000, 5_000)).isCloseTo(20_000, within(2_500.0));
        double inAnHour = Outlook.drive(60 * MINUTE, 1, 20_000, 5_000) - 60 * MINUTE;
        assertThat(inAnHour).isCloseTo(5_000, within(100.0));
    }

    @Test
    void bringsNobodyEarlierWhoLeavesLater() {
        Random random = new Random(2);
        for (int way = 0; way < 2_000; way++) {
            double earlier = random.nextDouble() * 30 * MINUTE;
            double later = earlier + random.nextDouble() * MINUTE;
            for (int stretch = 0; stretch < 30; stretch++) {
                double now = 1 + random.nextDouble() * 300_000;
                double usually = 1 + random.nextDouble() * 300_000;
                earlier = Outlook.drive(earlier, 1, now, usually);
                later = Outlook.drive(later, 1, now, usually);
                assertThat(later).isGreaterThanOrEqualTo(earlier - 1e-6);
            }
        }
    }
}
