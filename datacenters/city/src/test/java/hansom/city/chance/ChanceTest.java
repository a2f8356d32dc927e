package hansom.city.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final Chance SEED = new Chance(7);

    @Test
    void isTheSameHoweverOftenAndInWhateverOrderItIsDrawn() {
        double first = SEED.of("driver", 3).of("offer", 5).unit("says");
        SEED.of("driver", 3).unit("something else");
        assertThat(SEED.of("driver", 3).of("offer", 5).unit("says")).isEqualTo(first);
        assertThat(new Chance(7).of("driver", 3).of("offer", 5).unit("says")).isEqualTo(first);
    }

    @Test
    void differsByNameNumberAndSeed() {
        double one = SEED.of("driver", 3).unit("pace");
        assertThat(SEED.of("driver", 4).unit("pace")).isNotEqualTo(one);
        assertThat(SEED.of("rider", 3).unit("pace")).isNotEqualTo(one);
        assertThat(SEED.of("driver", 3).unit("peace")).isNotEqualTo(one);
        assertThat(new Chance(8).of("driver", 3).unit("pace")).isNotEqualTo(one);
    }

    @Test
    void isEven() {
        double[] drawn = IntStream.range(0, 20_000)
                .mapToDouble(i -> SEED.of("one", i).unit("drawn"))
                .toArray();
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            assertThat(IntStream.range(0, drawn.length)
                            .filter(i -> drawn[i] >= from && drawn[i] < from + 0.1)
                            .count())
                    .isBetween(1_800L, 2_200L);
        }
    }

    @Test
    void spreadsNormally() {
        double within = IntStream.range(0, 10_000)
                .mapToDouble(i -> SEED.of("one", i).normal("drawn"))
                .filter(drawn -> Math.abs(drawn) < 1)
                .count();
        assertThat(within / 10_000).isBetween(0.66, 0.71);
    }
}
