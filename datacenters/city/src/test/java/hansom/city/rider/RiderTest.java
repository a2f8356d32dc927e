package hansom.city.rider;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.chance.Chance;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiderTest {
    private static final Chance SEED = new Chance(11);

    @Test
    void isTheSamePersonForTheSameSeed() {
        assertThat(Rider.of(new Chance(11), 4, 700)).isEqualTo(Rider.of(SEED, 4, 700));
        assertThat(Rider.of(new Chance(12), 4, 700)).isNotEqualTo(Rider.of(SEED, 4, 700));
    }

    @Test
    void paysByCardInCashOrFromAWallet() {
        Map<Rider.Pays, Long> pays = IntStream.range(0, 1_000)
                .mapToObj(i -> Rider.of(SEED, i, 700).pays())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(pays.get(Rider.Pays.CARD)).isBetween(480L, 620L);
        assertThat(pays.get(Rider.Pays.CASH)).isBetween(280L, 420L);
        assertThat(pays.get(Rider.Pays.WALLET)).isBetween(60L, 140L);
    }
}
