package hansom.drill.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KillTest {
    private final List<Kill> plan = Kill.plan(20, 1);

    @Test
    void killsTheJvmAloneHalfOfTheTimes() {
        assertThat(plan.stream().filter(Kill::withServers)).hasSize(10);
    }

    @Test
    void killsAtNamedMomentsHalfOfTheTimesAndAtEachOfThem() {
        assertThat(plan.stream().map(Kill::moment).flatMap(Optional::stream)).hasSize(10);
        assertThat(EnumSet.copyOf(plan.stream()
                        .map(Kill::moment)
                        .flatMap(Optional::stream)
                        .toList()))
                .containsExactlyInAnyOrder(Moment.values());
    }

    @Test
    void killsEachNamedMomentOfTheRideBothWays() {
        for (Moment moment : Moment.values()) {
            if (moment == Moment.WHILE_A_PAYOUT_IS_OUT) continue;
            assertThat(Kill.plan(200, 1).stream()
                            .filter(kill -> kill.moment().equals(Optional.of(moment)))
                            .map(Kill::withServers))
                    .as("%s", moment)
                    .contains(true, false);
        }
    }

    @Test
    void killsWhileAPayoutIsOutLast() {
        assertThat(plan.getLast().isOfPayout()).isTrue();
        assertThat(plan.stream().filter(Kill::isOfPayout)).hasSize(1);
    }

    @Test
    void killsTheSameForTheSameSeed() {
        assertThat(Kill.plan(20, 1)).isEqualTo(plan).isNotEqualTo(Kill.plan(20, 2));
    }
}
