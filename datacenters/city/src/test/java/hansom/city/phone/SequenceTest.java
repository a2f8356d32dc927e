package hansom.city.phone;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.city.phone.Sequence.Fit;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final Sequence sequence = new Sequence();

    @Test
    void countsOnFromASnapshot() {
        assertThat(sequence.heard(40, true)).isEqualTo(Fit.NEXT);
        assertThat(sequence.heard(41, false)).isEqualTo(Fit.NEXT);
        assertThat(sequence.last()).isEqualTo(41);
    }

    @Test
    void noticesAGapOnce() {
        sequence.heard(1, false);
        assertThat(sequence.heard(3, false)).isEqualTo(Fit.GAP);
        assertThat(sequence.heard(4, false)).isEqualTo(Fit.NEXT);
    }

    @Test
    void knowsWhatItHeardBefore() {
        sequence.heard(1, false);
        sequence.heard(2, false);
        assertThat(sequence.heard(2, false)).isEqualTo(Fit.AGAIN);
        assertThat(sequence.last()).isEqualTo(2);
    }
}
