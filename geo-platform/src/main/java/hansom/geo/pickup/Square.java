package hansom.geo.pickup;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A square, and the straight ways over it from each place where one comes onto it to each other. */
final class Square {
    private static final int MOST_GATES = 80;

    private final double[] x;
    private final double[] y;
    private final int[] points;

    /** {@code ring} are places among the survey's points, the first once more at the end. */
    Square(Survey survey, int[] ring) {
        this.points = Arrays.copyOf(ring, Math.max(0, ring.length - 1));
        double narrow = points.length == 0 ? 1 : Math.cos(Math.toRadians(survey.lat[points[0]] / Plane.E7));
        this.x = Arrays.stream(points)
                .mapToDouble(point -> survey.lng[point] * narrow)
                .toArray();
        this.y = Arrays.stream(points).mapToDouble(point -> survey.lat[point]).toArray();
    }

    /** Takes the two ends of a way. */
    interface Way {
        void between(int from, int to);
    }

    void cross(IntPredicate isGate, Way way) {
        int[] gates = java.util.stream.IntStream.range(0, points.length)
                .filter(at -> isGate.test(points[at]))
                .limit(MOST_GATES)
                .toArray();
        for (int i = 0; i < gates.length; i++)
            for (int j = i + 1; j < gates.length; j++)
                if (isInside(gates[i], gates[j])) way.between(points[gates[i]], points[gates[j]]);
    }

    private boolean isInside(int one, int other) {
        if (other - one == 1 || other - one == points.length - 1) return false;
        double middleX = (x[one] + x[other]) / 2;
        double middleY = (y[one] + y[other]) / 2;
        boolean inside = false;
        for (int i = 0; i < points.length; i++) {
            int next = (i + 1) % points.length;
            if (crosses(i, next, one, other)) return false;
            boolean spans = (y[i] > middleY) != (y[next] > middleY);
            if (spans && middleX < x[i] + (x[next] - x[i]) * (middleY - y[i]) / (y[next] - y[i])) inside = !inside;
        }
        return inside;
    }

    private boolean crosses(int a, int b, int c, int d) {
        return left(c, d, a) * left(c, d, b) < 0 && left(a, b, c) * left(a, b, d) < 0;
    }

    /** Only its sign matters. */
    private double left(int from, int to, int at) {
        return Math.signum((x[to] - x[from]) * (y[at] - y[from]) - (y[to] - y[from]) * (x[at] - x[from]));
    }
}
