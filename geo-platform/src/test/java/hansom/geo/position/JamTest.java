package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.contract.order.OrderEvent.DriverArrived;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.engines.objects.ObjectFolder;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import hansom.geo.testing.Monaco;
import hansom.geo.traffic.SegmentSpeeds;
import hansom.geo.traffic.TrafficConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the positions of drivers say about the traffic: a jam is told, believed the more the more tell it, remembered over a restart and forgotten in time. */
class JamTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final double METRES_A_DEGREE = 111_195;
    private static final int REPORT_SECONDS = 5;

    private final HandClock clock = new HandClock(NOON);
    private final RoadNetwork network = RoadConfiguration.network(Monaco.folder(), List::of);
    private final RoutePlanner planner = RoadConfiguration.planner(network);
    private final Board board = new Board();
    private final Shifts shifts = new Shifts(clock, () -> true);
    private final Random random = new Random(4);
    private final Route free = route(Monaco.FONTVIEILLE, Monaco.CASINO);
    private final double freely = seconds();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void makesTheWayLongerForAWhileAndOverARestart() {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        drive(follower, 1, free, 1.5);
        network.publish();
        double afterOne = seconds();
        for (int driver = 2; driver <= 5; driver++) drive(follower, driver, free, 1.5);
        network.publish();
        double jammed = seconds();
        assertThat(afterOne).as("one alone may err").isLessThan(jammed * 0.8);
        assertThat(jammed).isGreaterThan(freely * 2.0);
        assertThat(sameWay().map()).isNotEqualTo(free.map());

        ObjectFolder objects = new ObjectFolder(folder);
        TrafficConfiguration.archive(objects, Region.LOCAL, speeds).close();
        SegmentSpeeds again = speeds();
        assertThat(seconds()).as("before it is remembered").isCloseTo(freely, within(1.0));
        try (var archive = TrafficConfiguration.archive(objects, Region.LOCAL, again)) {
            archive.start();
            network.publish();
            assertThat(seconds()).isCloseTo(jammed, within(jammed * 0.01));
        }

        clock.forward(Duration.ofHours(1));
        network.publish();
        assertThat(seconds()).isLessThan(freely * 1.3);
    }

    @Test
    void doesNotTakeForAJamWhatTheTripExplains() {
        double explained = afterHalts(true);
        assertThat(explained).isLessThan(freely * 1.2);
        assertThat(afterHalts(false))
                .as("who stands for no reason is in a queue")
                .isGreaterThan(explained * 1.05);
    }

    /** Five drive at the same time, at the pace of the roads, and halt half way for some minutes. */
    private double afterHalts(boolean forRiders) {
        SegmentSpeeds speeds = speeds();
        RoadFollower follower = follower(speeds);
        List<Point> line = along(free, 8 * REPORT_SECONDS);
        int half = line.size() / 2;
        Instant begun = clock.instant();
        for (int driver = 1; driver <= 5; driver++) {
            clock.forward(Duration.between(clock.instant(), begun));
            begin(driver);
            report(follower, driver, line.subList(0, half + 1));
            if (forRiders)
                shifts.on(new DriverArrived(
                        Drivers.order(driver), Drivers.driver(driver), clock.instant(), clock.instant()));
            for (int i = 0; i < 40; i++) report(follower, driver, List.of(line.get(half)));
            report(follower, driver, line.subList(half, line.size()));
        }
        network.publish();
        return seconds();
    }

    private SegmentSpeeds speeds() {
        SegmentSpeeds speeds = new SegmentSpeeds(network.stretches(), clock);
        network.heed(speeds);
        return speeds;
    }

    private RoadFollower follower(SegmentSpeeds speeds) {
        return new RoadFollower(board, shifts, network, speeds::learn);
    }

    private Route route(Point... points) {
        return planner.plan(new PlanRoute(List.of(points), VehicleType.CAR, "en", false));
    }

    /** Of the way that was the fastest, whichever is so now: it leads through five of its points. */
    private Route sameWay() {
        List<Point> line = along(free, 10);
        Point[] points = new Point[7];
        for (int i = 0; i < points.length; i++) points[i] = line.get(i * (line.size() - 1) / (points.length - 1));
        return route(points);
    }

    private double seconds() {
        return sameWay().time().toSeconds();
    }

    /** With a rider all the way, at so many metres a second, while others drive at the same time. */
    private void drive(RoadFollower follower, int driver, Route route, double speed) {
        begin(driver);
        List<Point> line = along(route, speed * REPORT_SECONDS);
        if (driver > 1) clock.forward(Duration.ofSeconds(-(long) line.size() * REPORT_SECONDS));
        report(follower, driver, line);
    }

    private void begin(int driver) {
        DriverId id = Drivers.driver(driver);
        shifts.on(Events.opened(id, NOON));
        shifts.on(Events.accepted(OfferId.of(ShiftId.of(id), Drivers.order(driver), 1)));
    }

    private void report(RoadFollower follower, int driver, List<Point> line) {
        for (Point point : line) {
            clock.forward(Duration.ofSeconds(REPORT_SECONDS));
            board.put(new Fix(
                    new DriverPosition(Drivers.driver(driver), noisy(point), clock.instant(), null, null),
                    clock.instant()));
            follower.turn();
        }
    }

    private Point noisy(Point point) {
        return new Point(
                point.lat() + random.nextGaussian() * 3 / METRES_A_DEGREE,
                point.lng() + random.nextGaussian() * 3 / METRES_A_DEGREE / 0.72);
    }

    private static List<Point> along(Route route, double apart) {
        List<Point> line = Polyline.decode(route.polyline());
        List<Point> points = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            double east = (to.lng() - from.lng()) * Math.cos(Math.toRadians(from.lat()));
            double length = Math.hypot(to.lat() - from.lat(), east) * METRES_A_DEGREE;
            for (; offset < length; offset += apart)
                points.add(new Point(
                        from.lat() + (to.lat() - from.lat()) * offset / length,
                        from.lng() + (to.lng() - from.lng()) * offset / length));
            offset -= length;
        }
        return points;
    }
}
