package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.Monaco;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PursuitTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final DriverId BEN = Drivers.driver(1);
    private static final double METRES_A_DEGREE = 111_195;
    private static RoadNetwork network;
    private static Pursuit pursuit;

    @BeforeAll
    static void openTheMap() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
        pursuit = network.pursuit();
    }

    @AfterAll
    static void close() {
        network.close();
    }

    /** Random drives through Monaco, whose streets lie above each other, at a report each two seconds with five metres of noise. */
    @Test
    void staysOnTheRoadsThatAreDriven() {
        Random random = new Random(3);
        int reports = 0;
        int right = 0;
        int followed = 0;
        for (int drive = 0; drive < 40; drive++) {
            Whereabouts place = null;
            int second = 0;
            for (Foothold truth : drive(random, 1_500, 17)) {
                Point seen = noisy(new Lines(network.graph()).at(truth), random, 5);
                place = pursuit.next(place, report(seen, second), VehicleType.CAR)
                        .orElseThrow();
                if (second > 20) {
                    reports++;
                    if (place.followed()) followed++;
                    if (isAbout(place.place(), truth)) right++;
                }
                second += 2;
            }
        }
        assertThat(reports).isGreaterThan(1_500);
        assertThat((double) followed / reports).isGreaterThan(0.9);
        assertThat((double) right / reports).isGreaterThan(0.85);
    }

    /** On the same stretch in the same direction, or on a neighbouring one just before or after the junction. */
    private static boolean isAbout(Foothold place, Foothold truth) {
        if (place.key() == truth.key()) return true;
        Ground ground = network.ground(VehicleType.CAR);
        for (Foothold[] pair : new Foothold[][] {{place, truth}, {truth, place}}) {
            WayAhead ahead = new WayAhead(ground, pair[0], 30);
            for (int i = 0; i < ahead.size(); i++)
                if (ahead.key(i) == pair[1].key() && ahead.metresTo(i, pair[1]) < 30) return true;
        }
        return false;
    }

    @Test
    void knowsNoDirectionOfWhomItHasSeenOnlyOnce() {
        Whereabouts place = first(Monaco.CASINO);
        assertThat(place.moves()).isFalse();
        assertThat(place.driven()).isEmpty();
    }

    @Test
    void takesACarThatStandsForOneThatMayLeaveEitherWay() {
        Random random = new Random(9);
        List<Foothold> drive = drive(random, 400, 17);
        Whereabouts place = null;
        int second = 0;
        for (Foothold truth : drive) {
            Point seen = new Lines(network.graph()).at(truth);
            place = pursuit.next(place, report(seen, second), VehicleType.CAR).orElseThrow();
            second += 2;
        }
        Whereabouts arrived = java.util.Objects.requireNonNull(place);
        assertThat(arrived.moves()).isTrue();
        Point here = new Lines(network.graph()).at(drive.getLast());
        Whereabouts atTheLights = pursuit.next(arrived, report(here, second + 40), VehicleType.CAR)
                .orElseThrow();
        assertThat(atTheLights.moves()).isTrue();
        Whereabouts parked = pursuit.next(atTheLights, report(here, second + 80), VehicleType.CAR)
                .orElseThrow();
        assertThat(parked.moves()).isFalse();
        assertThat(parked.place()).isEqualTo(arrived.place());
    }

    @Test
    void isNowhereAtSea() {
        assertThat(pursuit.next(null, report(Monaco.AT_SEA, 0), VehicleType.CAR))
                .isEmpty();
    }

    @Test
    void findsAgainWhoCameUpElsewhere() {
        Whereabouts before = first(Monaco.FONTVIEILLE);
        Whereabouts after = pursuit.next(before, report(Monaco.LARVOTTO, 600), VehicleType.CAR)
                .orElseThrow();
        assertThat(after.followed()).isFalse();
        assertThat(new Lines(network.graph())
                        .at(after.place())
                        .straightTo(Monaco.LARVOTTO)
                        .metres())
                .isCloseTo(0, within(60L));
    }

    private static Whereabouts first(Point point) {
        return pursuit.next(null, new DriverPosition(BEN, point, NOON, null, null), VehicleType.CAR)
                .orElseThrow();
    }

    private static DriverPosition report(Point point, int second) {
        return new DriverPosition(BEN, point, NOON.plusSeconds(second), null, null);
    }

    /** Places along a random way without turning back, so many metres apart. */
    private static List<Foothold> drive(Random random, double metres, double apart) {
        Ground ground = network.ground(VehicleType.CAR);
        int key = onARoad(random).key();
        List<Foothold> places = new ArrayList<>();
        double offset = 0;
        double driven = 0;
        while (driven < metres) {
            double length = ground.arcs().metres(key);
            if (ground.arcs().millis(key) == Arcs.NEVER) {
                key ^= 1;
                continue;
            }
            for (; offset < length && driven < metres; offset += apart, driven += apart)
                places.add(new Foothold(key, offset / length));
            offset -= length;
            Integer next = next(ground, key, random);
            if (next == null) return places;
            key = next;
        }
        return places;
    }

    private static Foothold onARoad(Random random) {
        while (true) {
            Optional<Foothold> place = network.snap(somewhere(random), network.now(), VehicleType.CAR)
                    .map(Foothold::of);
            if (place.isPresent()) return place.get();
        }
    }

    private static @Nullable Integer next(Ground ground, int key, Random random) {
        List<Integer> open = new ArrayList<>();
        for (int step = ground.steps().first(key); step < ground.steps().first(key + 1); step++)
            if (ground.may().test(step) && ground.steps().head(step) / 2 != key / 2)
                open.add(ground.steps().head(step));
        return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
    }

    private static Point somewhere(Random random) {
        return new Point(43.732 + random.nextDouble() * 0.012, 7.415 + random.nextDouble() * 0.012);
    }

    private static Point noisy(Point point, Random random, double metres) {
        return new Point(
                point.lat() + random.nextGaussian() * metres / METRES_A_DEGREE,
                point.lng() + random.nextGaussian() * metres / METRES_A_DEGREE / 0.72);
    }
}
