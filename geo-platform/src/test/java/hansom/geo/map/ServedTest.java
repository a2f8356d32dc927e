package hansom.geo.map;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.geo.testing.Monaco;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedTest {
    private final List<Integer> closed = new ArrayList<>();
    private int opened;
    private final Served<Integer> served = new Served<>("numbers", Monaco.folder(), _ -> ++opened, closed::add);

    @Test
    void closesTheOneBeforeWhenTheLastQuestionToItHasEnded() {
        int answer = served.ask(one -> {
            served.open(Monaco.folder()).serve();
            assertThat(served.<Integer>ask(other -> other)).isEqualTo(2);
            assertThat(closed).as("it is still asked").isEmpty();
            return one;
        });
        assertThat(answer).isEqualTo(1);
        assertThat(closed).containsExactly(1);
    }

    @Test
    void closesAtOnceWhatNobodyAsks() {
        served.open(Monaco.folder()).serve();
        assertThat(closed).containsExactly(1);
        served.close();
        served.close();
        assertThat(closed).containsExactly(1, 2);
    }

    @Test
    void goesOnWithTheOneBeforeWhenTheNextIsDropped() {
        served.open(Monaco.folder()).drop();
        assertThat(closed).containsExactly(2);
        assertThat(served.<Integer>ask(one -> one)).isEqualTo(1);
    }
}
