package hansom.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.bench.app.Spot;
import org.junit.jupiter.api.Test;

class ValhallaTest {
    @Test
    void readsLinesAsItWritesThem() {
        assertThat(Valhalla.decoded("koclrAu`ycM}@gG}AeL"))
                .containsExactly(
                        new Spot(43.731206, 7.418907), new Spot(43.731237, 7.419039), new Spot(43.731284, 7.41925));
        assertThat(Valhalla.decoded("")).isEmpty();
    }
}
