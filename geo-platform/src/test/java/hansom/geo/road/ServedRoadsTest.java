package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.testing.Monaco;
import hansom.geo.testing.Redrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The map changes under those who ask. */
class ServedRoadsTest {
    private static final AtomicReference<List<List<Point>>> CLOSED = new AtomicReference<>(List.of());
    private static final ServedRoads ROADS = RoadConfiguration.served(Monaco.folder(), CLOSED::get, Clock.systemUTC());
    private static final Roads TIMES = new ServedTimes(ROADS);
    private static final PlanRoute THROUGH =
            new PlanRoute(List.of(Monaco.FONTVIEILLE, Redrawn.gone(), Monaco.CASINO), VehicleType.CAR, "en", false);

    @AfterAll
    static void close() {
        ROADS.close();
    }

    private static void renewWith(hansom.geo.map.MapFolder map) {
        ROADS.open(map).serve();
    }

    private record Question(Point target, List<Start> froms) {}

    /** Each answer is that of one map whole, and tells of which. */
    @Test
    void answersByOneMapOrTheOtherWhileItIsUpdated() throws Exception {
        List<Question> questions = questions();
        Map<String, List<List<Optional<Duration>>>> expected = new HashMap<>();
        Map<String, String> ways = new HashMap<>();
        for (var map : List.of(Redrawn.folder(), Monaco.folder())) {
            renewWith(map);
            expected.put(
                    map.extract().hash(),
                    questions.stream().map(each -> ask(TIMES, each)).toList());
            ways.put(map.extract().hash(), ROADS.planner().plan(THROUGH).polyline());
        }
        assertThat(new ArrayList<>(expected.values()).getFirst())
                .isNotEqualTo(new ArrayList<>(expected.values()).getLast());
        AtomicBoolean done = new AtomicBoolean();
        Map<String, Integer> answered = new HashMap<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
            List<Future<Map<String, Integer>>> asked = new ArrayList<>();
            for (int asker = 0; asker < 2; asker++)
                asked.add(askers.submit(() -> ask(questions, expected, ways, done)));
            try {
                for (int update = 0; update < 6; update++)
                    renewWith(update % 2 == 0 ? Redrawn.folder() : Monaco.folder());
            } finally {
                done.set(true);
            }
            for (var each : asked) each.get().forEach((map, count) -> answered.merge(map, count, Integer::sum));
        }
        assertThat(answered)
                .hasSize(2)
                .allSatisfy((map, count) -> assertThat(count).isGreaterThan(10));
    }

    private static Map<String, Integer> ask(
            List<Question> questions,
            Map<String, List<List<Optional<Duration>>>> expected,
            Map<String, String> ways,
            AtomicBoolean done) {
        Map<String, Integer> answered = new HashMap<>();
        for (int i = 0; !done.get(); i = (i + 1) % questions.size()) {
            Roads now = TIMES.now();
            String map = now.name().split("@")[0];
            assertThat(ask(now, questions.get(i))).isEqualTo(expected.get(map).get(i));
            Route route = ROADS.planner().plan(THROUGH);
            assertThat(route.polyline()).isEqualTo(ways.get(route.map().split("@")[0]));
            answered.merge(map, 1, Integer::sum);
        }
        return answered;
    }

    private static List<Optional<Duration>> ask(Roads roads, Question question) {
        return roads.times(question.target, question.froms, VehicleType.CAR);
    }

    private static List<Question> questions() {
        Random random = new Random(3);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<Start> froms = new ArrayList<>();
            for (int from = 0; from < 20; from++) froms.add(Start.at(somewhere(random)));
            questions.add(new Question(somewhere(random), froms));
        }
        return questions;
    }

    private static Point somewhere(Random random) {
        return new Point(43.728 + random.nextDouble() * 0.02, 7.412 + random.nextDouble() * 0.025);
    }

    /** By itself also when the area is closed or opened afterwards. */
    @Test
    void keepsClosedWhatIsClosed() {
        renewWith(Monaco.folder());
        CLOSED.set(List.of(Monaco.SQUARE));
        try {
            renewWith(Redrawn.folder());
            assertThat(closedStretches()).as("at once").isPositive();
        } finally {
            CLOSED.set(List.of());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> closedStretches() == 0);
    }

    private static int closedStretches() {
        return ROADS.now().now().closed().cardinality();
    }

    /** Keys of one map mean nothing on the other. */
    @Test
    void doesNotTakeAPlaceOfTheMapBeforeForOneOfThis() {
        renewWith(Monaco.folder());
        RoadNetwork before = ROADS.now();
        Foothold place = Foothold.of(
                before.snap(Monaco.STATION, before.now(), VehicleType.CAR).orElseThrow());
        Whereabouts known = new Whereabouts(
                before.hash(),
                place,
                VehicleType.CAR,
                Monaco.STATION,
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                false,
                List.of());
        renewWith(Redrawn.folder());
        assertThat(TIMES.times(Monaco.CASINO, List.of(new Start(Monaco.STATION, known)), VehicleType.CAR))
                .isEqualTo(TIMES.times(Monaco.CASINO, List.of(Start.at(Monaco.STATION)), VehicleType.CAR));
    }

    /** The same stretches are known again, none is taken for another. */
    @Test
    void knowsStretchesAgain() {
        try (RoadNetwork before = RoadConfiguration.network(Monaco.folder(), List::of);
                RoadNetwork after = RoadConfiguration.network(Redrawn.folder(), List::of)) {
            Likeness likeness = new Likeness(before, after, VehicleType.CAR);
            Lines lines = new Lines(before.graph());
            Lines linesAfter = new Lines(after.graph());
            int known = 0;
            int lost = 0;
            for (int key = 0; key < before.stretches().keys(); key++) {
                if (!before.stretches().drivable(key)) continue;
                Foothold place = new Foothold(key, 0.3);
                Foothold again = likeness.place(place).orElse(null);
                if (again == null) {
                    lost++;
                    assertThat(lines.at(place).straightTo(Redrawn.gone()).metres())
                            .isLessThan(500);
                    continue;
                }
                known++;
                assertThat(linesAfter.at(again).straightTo(lines.at(place)).metres())
                        .isLessThan(2);
            }
            assertThat(lost).isPositive();
            assertThat(known).isGreaterThan(lost * 10);
        }
    }
}
