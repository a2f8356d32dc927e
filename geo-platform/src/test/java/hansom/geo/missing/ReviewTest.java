package hansom.geo.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.missing.MissingRoad;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.geo.road.Alongside.Beside;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.testing.Monaco;
import hansom.geo.track.Stray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of lines that drivers drove in Monaco, where there is no road across the harbour. */
class ReviewTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Point SOUTH = new Point(43.7340, 7.4232);
    private static final Point NORTH = new Point(43.7368, 7.4258);

    private static RoadNetwork network;
    private final Gathering gathering = MissingConfiguration.gathering(Monaco.folder(), network);

    @BeforeAll
    static void open() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void reportsWhatFiveDroveAcrossTheHarbourAndWhichRoadsItJoins() {
        List<Point> line = List.of(SOUTH, NORTH);
        drove(line, 4);
        assertThat(gathering.roads().roads()).isEmpty();
        drove(line, 6);
        assertThat(gathering.roads().roads()).hasSize(1);
        MissingRoad road = gathering.roads().roads().getFirst();
        assertThat(road.kind()).isEqualTo(Kind.LACKING);
        assertThat(road.trips()).isEqualTo(10);
        assertThat(road.drivers()).isEqualTo(6);
        assertThat(road.bothWays()).isFalse();
        assertThat(road.verdict()).isNull();
        double metres = new Lane(line).metres();
        assertThat((double) road.length().metres())
                .as("from road to road, each at most sixty metres away")
                .isBetween(metres - 5, metres + 125);
        assertThat(road.metresASecond()).isCloseTo(8, within(0.1));
        assertThat(road.from()).isNotNull();
        assertThat(road.to()).isNotNull().isNotEqualTo(road.from());
    }

    @Test
    void leavesOutWhatIsOnTheMapAfterAll() {
        drove(street(), 8);
        assertThat(gathering.roads().roads()).isEmpty();
    }

    @Test
    void tellsThatAOneWayRoadIsDrivenTheOtherWay() {
        List<Kind> kinds = oneWays().stream()
                .flatMap(way -> {
                    Gathering fresh = MissingConfiguration.gathering(Monaco.folder(), network);
                    drove(fresh, way.reversed(), 8);
                    return fresh.roads().roads().stream();
                })
                .map(MissingRoad::kind)
                .toList();
        assertThat(kinds).hasSameSizeAs(oneWays()).containsOnly(Kind.AGAINST_ONE_WAY);
        assertThat(kinds).isNotEmpty();
    }

    /** So many drivers, each with a rider of his own. */
    private void drove(List<Point> line, int drivers) {
        drove(gathering, line, drivers);
    }

    private void drove(Gathering all, List<Point> line, int drivers) {
        List<Point> points = new Lane(line).sampled(12).points();
        double metres = new Lane(line).metres();
        for (int driver = 0; driver < drivers; driver++)
            all.drove(List.of(new Stray(points, metres, metres / 8)), driver, driver, NOON.plusSeconds(60L * trips++));
    }

    private int trips;

    private static List<Point> street() {
        return Polyline.decode(way(Monaco.CASINO, Monaco.LARVOTTO).polyline());
    }

    /** Ways of some two hundred metres along roads that lead one way only, and lie alone. */
    private static List<List<Point>> oneWays() {
        List<Point> ends = List.of(Monaco.FONTVIEILLE, Monaco.HARBOUR, Monaco.STATION, Monaco.CASINO, Monaco.LARVOTTO);
        List<List<Point>> found = new ArrayList<>();
        for (Point from : ends) for (Point to : ends) if (from != to) found.addAll(oneWays(from, to));
        return found;
    }

    private static List<List<Point>> oneWays(Point from, Point to) {
        List<Point> whole =
                new Lane(Polyline.decode(way(from, to).polyline())).sampled(10).points();
        List<List<Point>> found = new ArrayList<>();
        for (int begins = 0; begins + 20 < whole.size(); begins += 20) {
            List<Point> part = whole.subList(begins, begins + 20);
            List<Beside> back = network.alongside().along(part.reversed());
            if (back.stream().allMatch(beside -> beside == Beside.ONE_WAY)) found.add(part);
        }
        return found;
    }

    private static Route way(Point from, Point to) {
        return RoadConfiguration.planner(network).plan(new PlanRoute(List.of(from, to), VehicleType.CAR, "en", false));
    }
}
