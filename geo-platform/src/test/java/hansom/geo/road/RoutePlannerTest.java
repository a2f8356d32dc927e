package hansom.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.testing.Monaco;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {
    private static final AtomicReference<List<List<Point>>> CLOSED = new AtomicReference<>(List.of());
    private static RoadNetwork network;
    private static RoutePlanner planner;

    @BeforeAll
    static void openTheMap() {
        network = RoadConfiguration.network(Monaco.folder(), CLOSED::get);
        planner = new RoutePlanner(network);
    }

    @AfterEach
    void reopen() {
        close(List.of());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void plansALegBetweenEachTwoPoints() {
        Route route = plan(true, Monaco.STATION, Monaco.HARBOUR, Monaco.CASINO);
        assertThat(route.legs()).hasSize(2);
        assertThat(route.legs().getFirst().to()).isEqualTo(Monaco.HARBOUR);
        assertThat(route.distance())
                .isEqualTo(
                        route.legs().get(0).distance().plus(route.legs().get(1).distance()));
        assertThat(route.time())
                .isEqualTo(route.legs().get(0).time().plus(route.legs().get(1).time()));
        assertThat(route.distance().metres())
                .isGreaterThan(Monaco.STATION.straightTo(Monaco.HARBOUR).metres());
        assertThat(route.steps().stream().map(Route.Step::sign))
                .contains(Route.Sign.STOP_REACHED)
                .endsWith(Route.Sign.FINISH);
        assertThat(route.map()).startsWith(Monaco.folder().extract().hash() + "@");
    }

    @Test
    void drawsAlsoWaysOfMillimetresAndOfNothing() {
        List<Point> line =
                Polyline.decode(plan(false, Monaco.FONTVIEILLE, Monaco.LARVOTTO).polyline());
        for (Point from : line)
            for (double step = 0; step < 2e-6; step += 5e-8) {
                Point to = new Point(from.lat() + step, from.lng() - step / 2);
                assertThat(plan(false, from, to).legs()).hasSize(1);
            }
    }

    @Test
    void drawsALineAsLongAsTheRoute() {
        Route route = plan(false, Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        List<Point> line = Polyline.decode(route.polyline());
        double metres = 0;
        for (int i = 0; i + 1 < line.size(); i++)
            metres += line.get(i).straightTo(line.get(i + 1)).metres();
        assertThat(metres)
                .isCloseTo(route.distance().metres(), within(route.distance().metres() * 0.03));
        assertThat(route.steps()).isEmpty();
    }

    @Test
    void plansForEveryKindOfVehicleAtOnce() {
        List<Point> points = List.of(Monaco.STATION, Monaco.CASINO);
        Routes routes = planner.plan(new PlanRoutes(points, Set.of(VehicleType.values()), "en", null));
        assertThat(routes.refusals()).isEmpty();
        assertThat(routes.routes()).containsOnlyKeys(VehicleType.values());
        routes.routes()
                .forEach((vehicle, route) ->
                        assertThat(route).isEqualTo(planner.plan(new PlanRoute(points, vehicle, "en", false))));
        Set<VehicleType> asked = Set.of(VehicleType.CAR, VehicleType.TRUCK);
        Routes none = planner.plan(new PlanRoutes(List.of(Monaco.STATION, Monaco.AT_SEA), asked, "en", null));
        assertThat(none.routes()).isEmpty();
        assertThat(none.refusals()).containsOnlyKeys(asked);
        assertThat(none.refusals().values()).extracting(Refusal::code).containsOnly(RefusalCode.OUTSIDE_SERVICE_AREA);
    }

    @Test
    void speaksTheDriversLanguage() {
        Route route = planner.plan(new PlanRoute(List.of(Monaco.STATION, Monaco.CASINO), VehicleType.CAR, "ru", true));
        assertThat(route.steps().getFirst().text()).matches(".*\\p{IsCyrillic}.*");
    }

    @Test
    void refusesAPointOffTheMapAndSaysWhenItLooksSwapped() {
        Point swapped = new Point(Monaco.CASINO.lng(), Monaco.CASINO.lat());
        assertThatThrownBy(() -> plan(false, Monaco.STATION, Monaco.AT_SEA))
                .satisfies(refused -> assertThat(codeOf(refused)).isEqualTo(RefusalCode.OUTSIDE_SERVICE_AREA));
        assertThatThrownBy(() -> plan(false, Monaco.STATION, swapped))
                .satisfies(refused -> assertThat(codeOf(refused)).isEqualTo(RefusalCode.COORDINATES_SWAPPED));
    }

    @Test
    void avoidsAClosureAndReturnsWhenItIsOver() {
        Route free = plan(false, Monaco.STATION, Monaco.CASINO);
        List<Point> line = Polyline.decode(free.polyline());
        Point middle = line.get(line.size() / 2);
        close(List.of(around(middle, 0.0002)));
        Route detour = plan(false, Monaco.STATION, Monaco.CASINO);
        assertThat(detour.time()).isGreaterThanOrEqualTo(free.time());
        assertThat(Polyline.decode(detour.polyline())).noneMatch(point -> inside(point, middle, 0.0002));
        assertThat(detour.polyline()).isNotEqualTo(free.polyline());
        close(List.of());
        assertThat(plan(false, Monaco.STATION, Monaco.CASINO).polyline()).isEqualTo(free.polyline());
    }

    @Test
    void refusesWhatAClosureCutsOff() {
        // A ring of closed roads around the casino, open inside.
        close(ring(Monaco.CASINO, 0.0022, 0.0008));
        assertThatThrownBy(() -> plan(false, Monaco.FONTVIEILLE, Monaco.CASINO))
                .satisfies(refused -> assertThat(codeOf(refused)).isEqualTo(RefusalCode.UNREACHABLE));
    }

    @Test
    void describesAMapWhoseCentreIsOnARoad() {
        var info = new MapDescription(network, "monaco").info();
        assertThat(info.attribution()).isEqualTo("© OpenStreetMap contributors");
        assertThat(info.centre().lat())
                .isBetween(info.southWest().lat(), info.northEast().lat());
        assertThat(info.centre().lng())
                .isBetween(info.southWest().lng(), info.northEast().lng());
        assertThat(network.snap(info.centre(), network.now(), VehicleType.CAR)
                        .orElseThrow()
                        .getQueryDistance())
                .isLessThan(5);
        assertThat(plan(false, info.centre(), Monaco.CASINO).distance().metres())
                .isPositive();
    }

    @Test
    void plansAWayForLaterByWhatIsUsualAtThatHour() {
        Route now = plan(false, Monaco.STATION, Monaco.CASINO);
        Instant later = Instant.now().plus(Duration.ofHours(5));
        Instant[] asked = {Instant.EPOCH};
        network.heed(new Traffic() {
            @Override
            public Paces now() {
                return Paces.FREE;
            }

            @Override
            public Paces usual(Instant at) {
                asked[0] = at;
                float[] slow = new float[network.stretches().keys()];
                Arrays.fill(slow, 2);
                return Paces.of(slow, slow);
            }
        });
        try {
            Route then = planner.plan(departing(later));
            assertThat(asked[0]).isEqualTo(later);
            assertThat(then.time().toSeconds())
                    .isBetween(now.time().toSeconds() * 18 / 10, now.time().toSeconds() * 21 / 10);
            assertThat(then.map()).matches(".*@\\d+h\\d+/roads");
            Instant afterwards = later.plus(Duration.ofMinutes(20));
            planner.plan(departing(afterwards));
            assertThat(asked[0]).isEqualTo(afterwards);
            assertThat(planner.plan(departing(Instant.now().plusSeconds(60))).time())
                    .isEqualTo(now.time());
        } finally {
            network.heed(() -> Paces.FREE);
        }
    }

    private static PlanRoute departing(Instant departs) {
        return new PlanRoute(List.of(Monaco.STATION, Monaco.CASINO), VehicleType.CAR, "en", false, departs);
    }

    @Test
    void tellsWhatItsTimeRestsOn() {
        Route route = plan(false, Monaco.STATION, Monaco.CASINO);
        Grounds grounds = route.grounds();
        assertThat(grounds.byRoads()).isCloseTo(route.time(), Duration.ofSeconds(1));
        assertThat(grounds.freely()).isEqualTo(grounds.usually());
        assertThat((double) grounds.metres()).isCloseTo(route.distance().metres(), within(10.0));
        assertThat(grounds.straightMetres()).isBetween(100, grounds.metres());
        assertThat(grounds.junctions())
                .isGreaterThanOrEqualTo(grounds.lefts() + grounds.rights() + grounds.sharpTurns());
        assertThat(grounds.lefts() + grounds.rights()).isPositive();
        assertThat((double) grounds.onTrunk() + grounds.onMain() + grounds.onMiddle() + grounds.onSmall())
                .isCloseTo(grounds.freely().toSeconds(), within(4.0));
        List<Integer> signals = List.of(Monaco.FONTVIEILLE, Monaco.STATION, Monaco.LARVOTTO, Monaco.HARBOUR).stream()
                .map(from -> plan(false, from, Monaco.CASINO).grounds().signals())
                .toList();
        assertThat(signals).as("lights of the map").anyMatch(lights -> lights > 0);
    }

    private static void close(List<List<Point>> areas) {
        CLOSED.set(areas);
        network.refresh();
    }

    private static Route plan(boolean withSteps, Point... points) {
        return planner.plan(new PlanRoute(List.of(points), VehicleType.CAR, "en", withSteps));
    }

    private static RefusalCode codeOf(Throwable refused) {
        return ((QueryExecutionException) refused)
                .<Refusal>getDetails()
                .orElseThrow()
                .code();
    }

    private static List<Point> around(Point middle, double degrees) {
        return List.of(
                new Point(middle.lat() - degrees, middle.lng() - degrees),
                new Point(middle.lat() - degrees, middle.lng() + degrees),
                new Point(middle.lat() + degrees, middle.lng() + degrees),
                new Point(middle.lat() + degrees, middle.lng() - degrees));
    }

    private static boolean inside(Point point, Point middle, double degrees) {
        return Math.abs(point.lat() - middle.lat()) < degrees && Math.abs(point.lng() - middle.lng()) < degrees;
    }

    /** Four walls around a point. */
    private static List<List<Point>> ring(Point middle, double out, double thick) {
        double lat = middle.lat();
        double lng = middle.lng();
        return List.of(
                box(lat - out, lng - out, lat - out + thick, lng + out),
                box(lat + out - thick, lng - out, lat + out, lng + out),
                box(lat - out, lng - out, lat + out, lng - out + thick),
                box(lat - out, lng + out - thick, lat + out, lng + out));
    }

    private static List<Point> box(double south, double west, double north, double east) {
        return List.of(new Point(south, west), new Point(south, east), new Point(north, east), new Point(north, west));
    }
}
