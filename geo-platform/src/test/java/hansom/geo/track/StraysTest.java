package hansom.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.rider.RiderId;
import hansom.engines.keys.MasterKey;
import hansom.engines.keys.Seals;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.Monaco;
import hansom.geo.testing.Phone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Monaco has no road across its harbour. */
class StraysTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Point SOUTH = new Point(43.7340, 7.4232);
    private static final Point NORTH = new Point(43.7368, 7.4258);

    private static final Point MIDDLE = new Point(43.7354, 7.4245);

    private static RoadNetwork network;
    private static RoutePlanner planner;
    private static TrackMatcher matcher;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
        planner = RoadConfiguration.planner(network);
        matcher = new TrackMatcher(network, planner);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2", "10, 3"})
    void findsWhereNoRoadExplainsWhatWasDriven(double noise, long seed) {
        List<Point> line = acrossTheHarbour();
        List<Stray> strays = strays(new Phone(Drivers.driver(1), NOON, noise).along(line, seed));
        assertThat(strays).hasSize(1);
        double across = Phone.apart(onRoad(SOUTH), onRoad(NORTH));
        assertThat(strays.getFirst().metres()).isCloseTo(across, within(120.0));
        assertThat(strays.getFirst().seconds()).isCloseTo(strays.getFirst().metres() / 8, within(20.0));
        assertThat(strays.getFirst().line())
                .anySatisfy(point -> assertThat(Phone.apart(point, MIDDLE)).isLessThan(40));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2", "8, 3", "12, 4", "12, 5", "20, 6"})
    void takesNoiseForNoRoad(double noise, long seed) {
        List<Point> line = way(Monaco.FONTVIEILLE, Monaco.STATION, Monaco.LARVOTTO);
        assertThat(strays(new Phone(Drivers.driver(1), NOON, noise).along(line, seed)))
                .isEmpty();
    }

    @Test
    void takesARowOfPointsBesideARoadForAReflectingWall() {
        List<Point> line = way(Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        List<DriverPosition> positions = new ArrayList<>(new Phone(Drivers.driver(1), NOON, 4).along(line, 1));
        int middle = positions.size() / 2;
        for (int i = middle; i < middle + 12; i++) {
            DriverPosition said = positions.get(i);
            positions.set(
                    i, new DriverPosition(said.driverId(), Phone.moved(said.point(), -20, 25), said.at(), null, null));
        }
        assertThat(strays(positions)).isEmpty();
    }

    @Test
    void saysNothingOfWhereSomebodyGotInOrOut() {
        List<Point> line = new ArrayList<>(List.of(onRoad(SOUTH), onRoad(NORTH)));
        line.addAll(way(NORTH, Monaco.LARVOTTO));
        assertThat(strays(new Phone(Drivers.driver(1), NOON, 5).along(line, 1))).isEmpty();
    }

    @Test
    void saysNothingOfWhatAPhoneDidNotSay() {
        List<DriverPosition> all = new Phone(Drivers.driver(1), NOON, 5).along(acrossTheHarbour(), 1);
        List<DriverPosition> positions = all.stream()
                .filter(said -> Phone.apart(said.point(), MIDDLE) > 170)
                .toList();
        assertThat(positions).hasSizeLessThan(all.size() - 12);
        assertThat(strays(positions)).isEmpty();
    }

    @Test
    void areKeptSealedWithTheTrackUntilTheRiderIsErased() {
        DataSource database = TestPostgres.fresh();
        Migrations.run(database, "engines");
        Seals seals = new Seals(
                JdbcClient.create(database),
                new PostgresDialect(),
                TestPostgres.transactions(database),
                new MasterKey(new byte[32]));
        RiderId anna = new RiderId(Uuid7.mint("rid", Region.LOCAL, NOON));
        TrackArchive archive = new TrackArchive(new ObjectFolder(folder), seals);
        List<DriverPosition> said = new Phone(Drivers.driver(1), NOON, 5).along(acrossTheHarbour(), 1);
        Route planned =
                planner.plan(new PlanRoute(List.of(Monaco.FONTVIEILLE, Monaco.LARVOTTO), VehicleType.CAR, "en", false));
        String file = new Tracks((driver, from, to) -> said, () -> matcher, archive)
                .handle(new MatchTrack(
                        Drivers.order(1),
                        Drivers.driver(1),
                        anna,
                        NOON,
                        NOON.plusSeconds(1200),
                        planned,
                        VehicleType.CAR))
                .file();
        Strayed strayed = new TrackConfiguration().strayed(archive);
        assertThat(strayed.of(file, anna)).isEqualTo(strays(said)).hasSize(1);
        seals.destroy(anna.value());
        assertThat(strayed.of(file, anna)).isEmpty();
    }

    private static List<Stray> strays(List<DriverPosition> positions) {
        return matcher.match(Recording.of(positions), VehicleType.CAR).strays();
    }

    private static List<Point> acrossTheHarbour() {
        List<Point> line = new ArrayList<>(way(Monaco.FONTVIEILLE, SOUTH));
        line.addAll(way(NORTH, Monaco.LARVOTTO));
        return line;
    }

    private static Point onRoad(Point point) {
        return way(point, Monaco.LARVOTTO).getFirst();
    }

    private static List<Point> way(Point... points) {
        return Polyline.decode(planner.plan(new PlanRoute(List.of(points), VehicleType.CAR, "en", false))
                .polyline());
    }
}
