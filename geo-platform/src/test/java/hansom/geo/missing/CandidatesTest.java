package hansom.geo.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.missing.MissingRoadId;
import hansom.geo.missing.Candidates.Known;
import hansom.geo.track.Stray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final int ENOUGH = 5;

    private final Random random = new Random(1);
    private Candidates candidates = new Candidates(Region.LOCAL, ENOUGH);
    private Instant now = NOON;

    @Test
    void needsFiveDriversAndFiveRidersAndNotFiveTrips() {
        for (int trip = 0; trip < 20; trip++) drove(eastwards(0, 400), trip % 4, trip);
        assertThat(candidates.known()).isEmpty();
        candidates = new Candidates(Region.LOCAL, ENOUGH);
        for (int trip = 0; trip < 20; trip++) drove(eastwards(0, 400), trip, trip % 4);
        assertThat(candidates.known()).isEmpty();
        drove(eastwards(0, 400), 20, 20);
        Known known = candidates.known().getFirst();
        assertThat(known.candidate().trips()).isEqualTo(21);
        assertThat(new Lane(known.line()).metres()).isCloseTo(400, within(30.0));
    }

    @Test
    void liesWhereAllWhoDroveItWereInTheMean() {
        for (int trip = 0; trip < 40; trip++) drove(eastwards(0, 400), trip, trip);
        Lane truth = new Lane(line(0, 0, 400, 0));
        assertThat(candidates.known().getFirst().line())
                .allSatisfy(point -> assertThat(truth.nearest(point).away()).isLessThan(4));
    }

    @Test
    void showsOnlyThePartThatEnoughDrove() {
        drove(eastwards(0, 900), 99, 99);
        for (int trip = 0; trip < 5; trip++) drove(eastwards(0, 500), trip, trip);
        assertThat(new Lane(candidates.known().getFirst().line()).metres()).isCloseTo(500, within(60.0));
    }

    @Test
    void leadsAsMostDroveAndTellsWhetherBothWaysAreDriven() {
        for (int trip = 0; trip < 2; trip++) drove(eastwards(0, 400), trip, trip);
        for (int trip = 2; trip < 8; trip++) drove(westwards(400), trip, trip);
        Known known = candidates.known().getFirst();
        assertThat(known.line().getFirst().lng())
                .isGreaterThan(known.line().getLast().lng());
        assertThat(known.candidate().bothWays()).isTrue();
        for (int trip = 8; trip < 30; trip++) drove(westwards(400), trip, trip);
        assertThat(candidates.known().getFirst().candidate().bothWays()).isFalse();
    }

    @Test
    void keepsTwoRoadsApartThatATripDrovePartlyTogether() {
        for (int trip = 0; trip < 6; trip++) drove(eastwards(0, 300), trip, trip);
        for (int trip = 0; trip < 6; trip++) drove(noisy(bent()), trip, trip);
        List<Known> known = candidates.known();
        assertThat(known).hasSize(2);
        assertThat(known.getFirst().candidate().trips()).isEqualTo(12);
        assertThat(known.getLast().candidate().trips()).isEqualTo(6);
    }

    @Test
    void forgetsWhatFewDroveAfterAMonthAndWhatManyDidAfterHalfAYear() {
        drove(eastwards(0, 400), 1, 1);
        for (int trip = 0; trip < 5; trip++) drove(eastwards(5_000, 400), trip, trip);
        now = now.plus(Duration.ofDays(31));
        for (int trip = 10; trip < 14; trip++) drove(eastwards(0, 400), trip, trip);
        assertThat(candidates.known()).as("the first of five is forgotten").hasSize(1);
        now = now.plus(Duration.ofDays(181));
        drove(eastwards(9_000, 400), 1, 1);
        assertThat(candidates.known()).isEmpty();
    }

    @Test
    void remembersWhatAnOperatorSaidAlsoOfALineThatIsGone() {
        for (int trip = 0; trip < 5; trip++) drove(eastwards(0, 400), trip, trip);
        MissingRoadId id = candidates.known().getFirst().candidate().id;
        MissingRoadJudged judged = new MissingRoadJudged(
                id, Verdict.DISMISSED, Kind.LACKING, line(0, 0, 400, 0), "a private drive", "opr", NOON);
        candidates.judged(judged);
        assertThat(candidates.known().getFirst().candidate().verdict).isEqualTo(Verdict.DISMISSED);
        candidates = new Candidates(Region.LOCAL, ENOUGH);
        candidates.judged(judged);
        for (int trip = 0; trip < 5; trip++) drove(eastwards(0, 400), trip, trip);
        Known known = candidates.known().getFirst();
        assertThat(known.candidate().id).isEqualTo(id);
        assertThat(known.candidate().verdict).isEqualTo(Verdict.DISMISSED);
    }

    @Test
    void isReadAsItWasWrittenAndCountsNothingTwice() throws IOException {
        for (int trip = 0; trip < 5; trip++) drove(eastwards(0, 400), trip, trip);
        Candidates again = new Candidates(Region.LOCAL, ENOUGH);
        again.read(candidates.written());
        again.drove(List.of(eastwards(0, 400)), new Witness(7, 7), now);
        assertThat(again.written()).isEqualTo(candidates.written());
        again.drove(List.of(eastwards(0, 400)), new Witness(7, 7), now.plusSeconds(1));
        assertThat(again.known().getFirst().candidate().trips()).isEqualTo(6);
        assertThatThrownBy(() -> again.read("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThat(again.known()).hasSize(1);
    }

    private void drove(Stray stray, int driver, int rider) {
        now = now.plusSeconds(60);
        candidates.drove(List.of(stray), new Witness(driver, rider), now);
    }

    private Stray eastwards(double from, double metres) {
        return noisy(line(from, 0, from + metres, 0));
    }

    private Stray westwards(double metres) {
        return noisy(line(metres, 0, 0, 0));
    }

    /** East for three hundred metres, then north for four hundred. */
    private static List<Point> bent() {
        return List.of(at(0, 0), at(300, 0), at(300, 400));
    }

    private Stray noisy(List<Point> line) {
        List<Point> points =
                new Lane(line).sampled(15).points().stream().map(this::moved).toList();
        double metres = new Lane(line).metres();
        return new Stray(points, metres, metres / 8);
    }

    private Point moved(Point point) {
        return new Point(
                point.lat() + random.nextGaussian() * 4 / 111_195,
                point.lng() + random.nextGaussian() * 4 / (111_195 * Math.cos(Math.toRadians(point.lat()))));
    }

    private static List<Point> line(double fromEast, double fromNorth, double toEast, double toNorth) {
        return List.of(at(fromEast, fromNorth), at(toEast, toNorth));
    }

    private static Point at(double east, double north) {
        double lat = 41.15 + north / 111_195;
        return new Point(lat, -8.6 + east / (111_195 * Math.cos(Math.toRadians(41.15))));
    }
}
