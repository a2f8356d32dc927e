package hansom.geo.testing;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a phone says of a car that drives along a line at eight metres a second, each other second and never quite right. */
public record Phone(DriverId driver, Instant start, double noiseMetres) {
    private static final double METRES_A_DEGREE = 111_195;
    private static final double METRES_A_SECOND = 8;
    private static final int EVERY_SECONDS = 2;

    public List<DriverPosition> along(List<Point> line, long seed) {
        Random random = new Random(seed);
        List<DriverPosition> positions = new ArrayList<>();
        double rest = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            double piece = apart(line.get(i), line.get(i + 1));
            for (; rest < piece; rest += METRES_A_SECOND * EVERY_SECONDS) {
                Point here = between(line.get(i), line.get(i + 1), rest / piece);
                Instant at = start.plusSeconds((long) EVERY_SECONDS * positions.size());
                positions.add(new DriverPosition(driver, noisy(here, random), at, null, null));
            }
            rest -= piece;
        }
        return positions;
    }

    public static Point moved(Point point, double north, double east) {
        return new Point(
                point.lat() + north / METRES_A_DEGREE,
                point.lng() + east / METRES_A_DEGREE / Math.cos(Math.toRadians(point.lat())));
    }

    public static double apart(Point from, Point to) {
        double narrow = Math.cos(Math.toRadians(from.lat()));
        return METRES_A_DEGREE * Math.hypot(to.lat() - from.lat(), (to.lng() - from.lng()) * narrow);
    }

    private static Point between(Point from, Point to, double share) {
        return new Point(from.lat() + (to.lat() - from.lat()) * share, from.lng() + (to.lng() - from.lng()) * share);
    }

    private Point noisy(Point point, Random random) {
        return moved(point, random.nextGaussian() * noiseMetres, random.nextGaussian() * noiseMetres);
    }
}
