package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.geo.testing.Drivers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);
    private static final Point CASINO = new Point(43.7393, 7.42775);
    private static final Point HARBOUR = new Point(43.7350, 7.4215);

    private final Board board = new Board();
    private final Random random = new Random(7);

    @Test
    void findsTheNearestExactly() {
        List<Fix> all = new ArrayList<>();
        for (int number = 0; number < 4_000; number++) {
            all.add(fix(number, somewhere(55, 0.5, 37, 0.9)));
            board.put(all.getLast());
        }
        for (int asked = 0; asked < 50; asked++) {
            Point around = somewhere(55, 0.6, 37, 1.0);
            assertThat(board.nearest(around, 20, 15_000, driver -> !driver.equals(BEN)))
                    .extracting(Board.Near::fix)
                    .containsExactlyElementsOf(byHand(all, around, 20));
        }
    }

    private static List<Fix> byHand(List<Fix> all, Point around, int limit) {
        return all.stream()
                .filter(fix -> !fix.driver().equals(BEN))
                .filter(fix -> around.straightTo(fix.point()).metres() <= 15_000)
                .sorted(Comparator.comparing((Fix fix) -> around.straightTo(fix.point()))
                        .thenComparing(fix -> fix.driver().value()))
                .limit(limit)
                .toList();
    }

    @Test
    void looksAcrossThe180thMeridianAndTheEquator() {
        board.put(fix(1, new Point(0.001, 179.999)));
        for (int number = 2; number < 30_000; number++) board.put(fix(number, somewhere(40, 20, 10, 20)));
        assertThat(board.within(new Point(-0.001, -179.999), 1_000, _ -> true)).hasSize(1);
    }

    @Test
    void movesADriverFromSquareToSquare() {
        board.put(new Fix(Drivers.at(BEN, CASINO, NOON), NOON));
        board.put(new Fix(Drivers.at(BEN, new Point(44, 7), NOON.plusSeconds(9)), NOON));
        assertThat(board.within(CASINO, 2_000, _ -> true)).isEmpty();
        assertThat(board.within(new Point(44, 7), 2_000, _ -> true)).hasSize(1);
    }

    @Test
    void showsTheNewestAndHearsTheLate() {
        board.put(new Fix(Drivers.at(BEN, CASINO, NOON), NOON));
        board.put(new Fix(Drivers.at(BEN, HARBOUR, NOON.minusSeconds(30)), NOON.plusSeconds(5)));
        assertThat(board.find(BEN)).hasValueSatisfying(fix -> {
            assertThat(fix.point()).isEqualTo(CASINO);
            assertThat(fix.heard()).isEqualTo(NOON.plusSeconds(5));
        });
    }

    @Test
    void forgetsWhoWentHome() {
        board.put(new Fix(Drivers.at(BEN, CASINO, NOON), NOON));
        board.forgetUnheardSince(NOON.plusSeconds(1));
        assertThat(board.find(BEN)).isEmpty();
        assertThat(board.within(CASINO, 100, _ -> true)).isEmpty();
    }

    private static Fix fix(int number, Point point) {
        return new Fix(Drivers.at(Drivers.driver(number), point, NOON), NOON);
    }

    private Point somewhere(double lat, double high, double lng, double wide) {
        return new Point(lat + random.nextDouble() * high, lng + random.nextDouble() * wide);
    }
}
