package hansom.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.GeoQuery.ReadTrack;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.TrackFile;
import hansom.contract.geo.Tracking;
import hansom.contract.geo.Tracking.Basis;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderId;
import hansom.engines.keys.MasterKey;
import hansom.engines.keys.Seals;
import hansom.engines.objects.ObjectFolder;
import hansom.engines.objects.ObjectStore;
import hansom.engines.sql.Migrations;
import hansom.engines.sql.PostgresDialect;
import hansom.engines.testing.TestPostgres;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.testing.Monaco;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.InputSource;

class TracksTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final OrderId ORDER = new OrderId(Uuid7.mint("ord", Region.named("local"), NOON));
    private static final DriverId BEN = new DriverId(Uuid7.mint("drv", Region.named("local"), NOON));
    private static final RiderId ANNA = new RiderId(Uuid7.mint("rid", Region.named("local"), NOON));

    private static RoadNetwork network;
    private static RoutePlanner planner;
    private static Seals seals;

    @TempDir
    Path folder;

    private final List<DriverPosition> recorded = new ArrayList<>();
    private ObjectStore objects;
    private Tracks tracks;

    @BeforeAll
    static void open() {
        network = RoadConfiguration.network(Monaco.folder(), List::of);
        planner = RoadConfiguration.planner(network);
        DataSource database = TestPostgres.fresh();
        Migrations.run(database, "engines");
        seals = new Seals(
                JdbcClient.create(database),
                new PostgresDialect(),
                TestPostgres.transactions(database),
                new MasterKey(new byte[32]));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @BeforeEach
    void make() {
        objects = new ObjectFolder(folder);
        tracks = new Tracks(
                (driver, from, to) -> List.copyOf(recorded),
                () -> new TrackMatcher(network, planner),
                new TrackArchive(objects, seals));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "5, 5", "5, 12", "10, 12"})
    void billsTheLengthThatWasDriven(int everySeconds, double noiseMetres) {
        Route route = route(Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, everySeconds, noiseMetres).recorded(1));
        Tracking tracking = tracks.handle(asked(route));
        assertThat(tracking.basis()).isEqualTo(Basis.MATCHED);
        assertThat(tracking.distance().metres())
                .isCloseTo(
                        route.distance().metres(),
                        within(Math.round(route.distance().metres() * 0.03)));
        assertThat(tracking.filled().metres()).isZero();
        assertThat(tracking.points()).isEqualTo(recorded.size());
    }

    @Test
    void billsTheWayThatWasDrivenNotTheOneThatWasPlanned() {
        Route planned = route(Monaco.STATION, Monaco.CASINO);
        Route driven = route(Monaco.STATION, Monaco.FONTVIEILLE, Monaco.CASINO);
        recorded.addAll(new Drive(driven, BEN, NOON, 8, 2, 5).recorded(2));
        assertThat(tracks.handle(asked(planned)).distance().metres())
                .isGreaterThan(planned.distance().metres() * 3 / 2)
                .isCloseTo(driven.distance().metres(), within(driven.distance().metres() / 20));
    }

    @Test
    void leavesOutPointsWhereNoCarCanHaveBeen() {
        Route route = route(Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, 2, 5).recorded(3));
        Tracking clean = tracks.handle(asked(route));
        recorded.set(
                20,
                new DriverPosition(BEN, new Point(43.80, 7.50), recorded.get(20).at(), null, null));
        recorded.set(
                0,
                new DriverPosition(BEN, new Point(43.60, 7.40), recorded.get(0).at(), null, null));
        OrderId other = new OrderId(Uuid7.mint("ord", Region.named("local"), NOON));
        Tracking noisy = tracks.handle(asked(other, route));
        assertThat(noisy.points()).isEqualTo(clean.points() - 2);
        assertThat(noisy.distance().metres()).isCloseTo(clean.distance().metres(), within(100L));
    }

    @Test
    void fillsATunnelWithTheFastestWay() {
        Route route = route(Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        List<DriverPosition> all = new Drive(route, BEN, NOON, 8, 2, 5).recorded(4);
        for (int i = 0; i < all.size(); i++)
            if (i < all.size() / 2 || i > all.size() / 2 + 45) recorded.add(all.get(i));
        Tracking tracking = tracks.handle(asked(route));
        assertThat(tracking.basis()).isEqualTo(Basis.MATCHED);
        assertThat(tracking.filled().metres()).isBetween(400L, 1_500L);
        assertThat(tracking.distance().metres())
                .isCloseTo(route.distance().metres(), within(route.distance().metres() / 10));
    }

    @Test
    void doesNotBillWhatAStandingPhoneSays() {
        Route route = route(Monaco.FONTVIEILLE, Monaco.LARVOTTO);
        List<DriverPosition> all = new Drive(route, BEN, NOON, 8, 5, 5).recorded(9);
        int half = all.size() / 2;
        recorded.addAll(all.subList(0, half));
        // For three minutes it stands, and what is said of it drifts some thirty metres away and back.
        for (int i = 0; i < 36; i++) {
            Point here = all.get(half).point();
            double drifted = 0.0003 * Math.sin(i * Math.PI / 18);
            recorded.add(at(all.get(half).at().plusSeconds(5L * i), new Point(here.lat() + drifted, here.lng())));
        }
        for (DriverPosition later : all.subList(half, all.size()))
            recorded.add(at(later.at().plusSeconds(180), later.point()));
        assertThat(tracks.handle(asked(route)).distance().metres())
                .isCloseTo(
                        route.distance().metres(),
                        within(Math.round(route.distance().metres() * 0.03)));
    }

    private static DriverPosition at(Instant instant, Point point) {
        return new DriverPosition(BEN, point, instant, null, null);
    }

    @Test
    void fallsBackToThePlanWhenThePhoneSaidTooLittle() {
        Route route = route(Monaco.STATION, Monaco.CASINO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, 2, 5).recorded(5).subList(0, 3));
        Tracking tracking = tracks.handle(asked(route));
        assertThat(tracking.basis()).isEqualTo(Basis.PLANNED);
        assertThat(tracking.distance()).isEqualTo(route.distance());
        assertThat(tracking.time()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void givesTheSameAnswerAgainWhateverArrivesLater() {
        Route route = route(Monaco.STATION, Monaco.CASINO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, 2, 5).recorded(6));
        Tracking first = tracks.handle(asked(route));
        recorded.clear();
        assertThat(tracks.handle(asked(route))).isEqualTo(first);
    }

    @Test
    void writesTheTrackAsGeoJsonAndGpxForTheRiderOnly() throws Exception {
        Route route = route(Monaco.STATION, Monaco.CASINO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, 2, 5).recorded(7));
        String file = tracks.handle(asked(route)).file();
        assertThat(new String(objects.find(file).orElseThrow(), StandardCharsets.UTF_8))
                .doesNotContain("recorded")
                .doesNotContain("43.7");
        String geoJson = tracks.handle(new ReadTrack(file, ANNA, TrackFile.Format.GEOJSON))
                .content();
        var features = new ObjectMapper().readTree(geoJson).path("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).at("/geometry/type").asText()).isEqualTo("LineString");
        assertThat(features.get(1).at("/properties/times")).hasSize(recorded.size());
        String gpx =
                tracks.handle(new ReadTrack(file, ANNA, TrackFile.Format.GPX)).content();
        var xml =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(gpx)));
        assertThat(xml.getElementsByTagName("trkpt").getLength()).isEqualTo(recorded.size());
        RiderId eve = new RiderId(Uuid7.mint("rid", Region.named("local"), NOON));
        assertThatThrownBy(() -> tracks.handle(new ReadTrack(file, eve, TrackFile.Format.GPX)))
                .isInstanceOf(QueryExecutionException.class);
        assertThatThrownBy(() -> tracks.handle(new ReadTrack("../master.key", ANNA, TrackFile.Format.GPX)))
                .isInstanceOf(QueryExecutionException.class);
    }

    @Test
    void forgetsWhereAnErasedRiderWasButNotWhatTheTripIsBilledBy() {
        RiderId carl = new RiderId(Uuid7.mint("rid", Region.named("local"), NOON));
        Route route = route(Monaco.STATION, Monaco.CASINO);
        recorded.addAll(new Drive(route, BEN, NOON, 8, 2, 5).recorded(8));
        var question =
                new MatchTrack(ORDER, BEN, carl, NOON, NOON.plus(Duration.ofMinutes(20)), route, VehicleType.CAR);
        Tracking tracking = tracks.handle(question);
        seals.destroy(carl.value());
        assertThat(tracks.handle(question)).isEqualTo(tracking);
        assertThatThrownBy(() -> tracks.handle(new ReadTrack(tracking.file(), carl, TrackFile.Format.GPX)))
                .isInstanceOf(QueryExecutionException.class);
    }

    private static MatchTrack asked(Route planned) {
        return asked(ORDER, planned);
    }

    private static MatchTrack asked(OrderId order, Route planned) {
        return new MatchTrack(order, BEN, ANNA, NOON, NOON.plus(Duration.ofMinutes(20)), planned, VehicleType.CAR);
    }

    private static Route route(Point... points) {
        return planner.plan(new PlanRoute(List.of(points), VehicleType.CAR, "en", false));
    }
}
