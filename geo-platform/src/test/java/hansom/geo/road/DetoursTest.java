package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.hierarchy.Metric;
import hansom.geo.testing.Monaco;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of every other way, between places of Monaco drawn by lot. */
class DetoursTest {
    private static final int PAIRS = 60;

    private static RoadNetwork network;
    private static Courses courses;

    @BeforeAll
    static void open() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
        courses = RoadConfiguration.planner(network).courses();
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void areBoundedDifferAndCanBeDriven() {
        Random random = new Random(1);
        Weights weights = network.now().of(VehicleType.CAR);
        Detours detours = new Detours(network, network.now(), VehicleType.CAR);
        int found = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Course fastest = drawn(random);
            Driveway best = fastest.legs().getFirst();
            List<Driveway> all = new ArrayList<>(List.of(best));
            for (Course other : courses.others(fastest, 2)) {
                found++;
                Driveway way = other.legs().getFirst();
                assertThat(other.through()).isEqualTo(fastest.through());
                assertThat(way.from()).isEqualTo(best.from());
                assertThat(way.to()).isEqualTo(best.to());
                assertThat(way.time()).isGreaterThanOrEqualTo(best.time());
                assertThat((double) way.time().toMillis())
                        .isLessThanOrEqualTo(best.time().toMillis() * 1.25);
                double most = 0.7 * best.metres(weights.roads());
                for (Driveway before : all)
                    assertThat(detours.sharedMetres(way, before)).isLessThanOrEqualTo(most + 1e-6);
                turnsOnlyWhereItMayAndNeverBack(way, weights);
                assertThat(millis(way, weights)).isEqualTo(way.time().toMillis());
                Route route = courses.draw(other, Locale.ENGLISH, false);
                assertThat((double) route.distance().metres())
                        .isCloseTo(courses.travel(other).distance().metres(), within(3.0));
                assertThat(length(Polyline.decode(route.polyline())))
                        .isCloseTo(
                                route.distance().metres(),
                                within(15 + route.distance().metres() * 0.02));
                all.add(way);
            }
        }
        assertThat(found).as("other ways of %d", PAIRS).isGreaterThan(PAIRS / 6);
    }

    @Test
    void areNoneOfAShortWay() {
        Course near = courses.fastest(Start.at(Monaco.CASINO), List.of(new Point(43.7400, 7.4290)), VehicleType.CAR);
        assertThat(courses.travel(near).distance().metres()).isLessThan(1_000);
        assertThat(courses.others(near, 2)).isEmpty();
    }

    private static void turnsOnlyWhereItMayAndNeverBack(Driveway way, Weights weights) {
        Set<Integer> roads = new HashSet<>();
        for (int i = 0; i < way.keys().size(); i++) {
            assertThat(roads.add(network.twins().original(way.keys().get(i)) / 2))
                    .as("a road is driven once")
                    .isTrue();
            if (i + 1 < way.keys().size()) assertThat(cost(way, i, weights)).isLessThan(Metric.NEVER);
        }
    }

    private static long millis(Driveway way, Weights weights) {
        long millis = -weights.millisInto(way.from());
        int last = way.keys().size() - 1;
        for (int i = 0; i < last; i++) millis += cost(way, i, weights);
        int end = way.keys().get(last);
        return millis + weights.millisInto(new Foothold(end, way.to().along(end)));
    }

    private static int cost(Driveway way, int at, Weights weights) {
        int step = weights.metric()
                .hierarchy()
                .steps()
                .between(way.keys().get(at), way.keys().get(at + 1));
        assertThat(step).as("a turn that the map knows").isNotNegative();
        return weights.metric().cost(step);
    }

    private static Course drawn(Random random) {
        while (true) {
            try {
                Course course = courses.fastest(Start.at(place(random)), List.of(place(random)), VehicleType.CAR);
                if (courses.travel(course).distance().metres() > 1_200) return course;
            } catch (QueryExecutionException noRoad) {
                // Another two, then.
            }
        }
    }

    private static Point place(Random random) {
        return new Point(43.7260 + random.nextDouble() * 0.024, 7.4130 + random.nextDouble() * 0.026);
    }

    private static double length(List<Point> line) {
        double metres = 0;
        for (int i = 0; i + 1 < line.size(); i++)
            metres += line.get(i).straightTo(line.get(i + 1)).metres();
        return metres;
    }
}
