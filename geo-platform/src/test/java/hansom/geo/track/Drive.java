package hansom.geo.track;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.geo.road.Polyline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A car that drives a route at an even speed with a phone that is never quite right. */
record Drive(Route route, DriverId driver, Instant start, double metresASecond, int everySeconds, double noiseMetres) {
    private static final double METRES_A_DEGREE = 111_195;

    List<DriverPosition> recorded(long seed) {
        Random random = new Random(seed);
        List<Point> line = Polyline.decode(route.polyline());
        List<DriverPosition> positions = new ArrayList<>();
        double whole = length(line);
        for (int second = 0; second * metresASecond <= whole; second += everySeconds)
            positions.add(position(noisy(along(line, second * metresASecond), random), second));
        return positions;
    }

    DriverPosition position(Point point, int second) {
        return new DriverPosition(driver, point, start.plusSeconds(second), null, null);
    }

    private Point noisy(Point point, Random random) {
        double north = random.nextGaussian() * noiseMetres / METRES_A_DEGREE;
        double east = random.nextGaussian() * noiseMetres / METRES_A_DEGREE / Math.cos(Math.toRadians(point.lat()));
        return new Point(point.lat() + north, point.lng() + east);
    }

    private static double length(List<Point> line) {
        double metres = 0;
        for (int i = 0; i + 1 < line.size(); i++) metres += apart(line.get(i), line.get(i + 1));
        return metres;
    }

    private static Point along(List<Point> line, double metres) {
        double rest = metres;
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            double piece = apart(from, to);
            if (rest <= piece && piece > 0)
                return new Point(
                        from.lat() + (to.lat() - from.lat()) * rest / piece,
                        from.lng() + (to.lng() - from.lng()) * rest / piece);
            rest -= piece;
        }
        return line.getLast();
    }

    private static double apart(Point from, Point to) {
        return METRES_A_DEGREE
                * Math.hypot(to.lat() - from.lat(), (to.lng() - from.lng()) * Math.cos(Math.toRadians(from.lat())));
    }
}
