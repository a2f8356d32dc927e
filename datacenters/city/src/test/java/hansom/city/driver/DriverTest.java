package hansom.city.driver;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.chance.Chance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriverTest {
    private static final Chance SEED = new Chance(11);

    @Test
    void hasTheSameCarAndHabitsForTheSameSeed() {
        Driver one = Driver.of(SEED, 4);
        Driver again = Driver.of(new Chance(11), 4);
        assertThat(again).isEqualTo(one);
        assertThat(IntStream.range(0, 50).mapToObj(again::says).toList())
                .isEqualTo(IntStream.range(0, 50).mapToObj(one::says).toList());
    }

    @Test
    void drivesACarOfHisOwn() {
        assertThat(IntStream.range(0, 500)
                        .mapToObj(i -> Driver.of(SEED, i).car().id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("veh_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void mostlySaysYes() {
        Driver driver = Driver.of(SEED, 4);
        long yes = IntStream.range(0, 1_000)
                .filter(offer -> driver.says(offer) == Driver.Say.YES)
                .count();
        assertThat(yes).isBetween(890L, 970L);
    }
}
