package hansom.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CityPlanTest {
    private static CityPlan plan(String words) throws CityPlan.Wrong {
        return CityPlan.of(words.isEmpty() ? new String[0] : words.split(" "));
    }

    @Test
    void hasThreeRidersForTwoDriversUnlessToldOtherwise() throws CityPlan.Wrong {
        assertThat(plan("--drivers 200").riders()).isEqualTo(300);
        assertThat(plan("--drivers 200 --riders 10").riders()).isEqualTo(10);
    }

    @Test
    void playsTenMinutesOrFourADay() throws CityPlan.Wrong {
        assertThat(plan("").minutes()).isEqualTo(10);
        assertThat(plan("--days 7").minutes()).isEqualTo(4);
        assertThat(plan("--days 7 --minutes 2").minutes()).isEqualTo(2);
    }

    @Test
    void endsWithASignWhenItIsGivenOne() throws CityPlan.Wrong {
        assertThat(plan("").until()).isNull();
        assertThat(plan("--until evening").until()).hasFileName("evening");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> plan("--cars 3")).hasMessageContaining("no option --cars");
        assertThatThrownBy(() -> plan("--drivers many")).hasMessageContaining("takes a number, not 'many'");
        assertThatThrownBy(() -> plan("--drivers 0")).hasMessageContaining("from 1 to");
        assertThatThrownBy(() -> plan("--speed 0.5")).hasMessageContaining("from 1 to 60");
        assertThatThrownBy(() -> plan("--seed")).hasMessageContaining("needs a value");
    }
}
