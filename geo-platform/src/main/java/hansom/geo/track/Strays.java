package hansom.geo.track;

import hansom.contract.geo.Point;
import hansom.geo.road.Trace;
import hansom.geo.road.Trace.Footing;
import hansom.geo.track.Recording.Spot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a recording strayed from the roads: points farther beside them than this phone errs, or a way by road between two points that
 * is much longer than the points themselves. A phone that was silent, a car that hardly moves or comes back to where it left, and a row of points
 * beside a road that is as long as they are (a reflecting wall, unless it is far) tell nothing.
 */
final class Strays {
    /** Nine in twenty thousand errors are larger. */
    private static final double OFF_SIGMAS = 3.5;
    /** What half of all errors of a normal distribution are below, in sigmas. */
    private static final double MEDIAN_SIGMAS = 0.6745;

    private static final double LEAST_OFF = 15;
    private static final double MOST_OFF = 45;
    private static final double DETOUR_METRES = 80;
    private static final double DETOUR = 1.6;
    private static final double REFLECTED_METRES = 40;
    private static final Duration SILENT = Duration.ofSeconds(20);
    private static final double LEAST_METRES = 50;
    private static final double MOST_METRES = 5_000;
    private static final double LEAST_APART = 40;
    private static final double LEAST_METRES_A_SECOND = 1.5;

    private final List<Spot> spots;
    private final double[] away;
    private final boolean[] off;
    private final boolean[] longer;

    /** {@code traces} are of these spots. */
    Strays(List<Spot> spots, List<Trace> traces) {
        this.spots = spots;
        this.away = new double[spots.size()];
        this.off = new boolean[spots.size()];
        this.longer = new boolean[spots.size()];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        for (Trace trace : traces) for (Footing footing : trace.footings()) away[footing.point()] = footing.away();
        double most = Math.clamp(OFF_SIGMAS * sigma(), LEAST_OFF, MOST_OFF);
        for (int i = 0; i < away.length; i++) off[i] = away[i] > most;
        int before = -1;
        for (Trace trace : traces) {
            if (before >= 0) detour(before, trace.first());
            for (Footing footing : trace.footings()) {
                if (footing.point() > trace.first() && isDetour(before, footing)) detour(before, footing.point());
                before = footing.point();
            }
        }
    }

    private double sigma() {
        double[] found = Arrays.stream(away).filter(Double::isFinite).sorted().toArray();
        return found.length == 0 ? 0 : found[found.length / 2] / MEDIAN_SIGMAS;
    }

    private boolean isDetour(int before, Footing footing) {
        double driven = metres(before, footing.point());
        return footing.metres() > Math.max(driven + DETOUR_METRES, driven * DETOUR);
    }

    private void detour(int from, int to) {
        for (int i = from; i < to; i++) longer[i] = true;
    }

    List<Stray> found() {
        List<Stray> found = new ArrayList<>();
        int begun = -1;
        for (int i = 0; i + 1 < spots.size(); i++) {
            boolean strays = off[i] || off[i + 1] || longer[i];
            if (strays && begun < 0) begun = i;
            if (begun >= 0 && (!strays || i + 2 == spots.size())) {
                add(begun, strays ? i + 1 : i, found);
                begun = -1;
            }
        }
        return found;
    }

    private void add(int from, int to, List<Stray> found) {
        if (off[from] || off[to] || isSilent(from, to)) return;
        double metres = metres(from, to);
        double seconds =
                Duration.between(spots.get(from).at(), spots.get(to).at()).toMillis() / 1e3;
        if (metres < LEAST_METRES || metres > MOST_METRES || apart(from, to) < LEAST_APART) return;
        if (metres < seconds * LEAST_METRES_A_SECOND || isReflected(from, to)) return;
        List<Point> line = spots.subList(from, to + 1).stream().map(Spot::point).toList();
        found.add(new Stray(line, metres, seconds));
    }

    private boolean isSilent(int from, int to) {
        for (int i = from; i < to; i++)
            if (apart(i, i + 1) > LEAST_APART
                    && Duration.between(spots.get(i).at(), spots.get(i + 1).at())
                                    .compareTo(SILENT)
                            > 0) return true;
        return false;
    }

    private boolean isReflected(int from, int to) {
        for (int i = from; i <= to; i++) if (away[i] > REFLECTED_METRES || (i < to && longer[i])) return false;
        return true;
    }

    private double metres(int from, int to) {
        double metres = 0;
        for (int i = from; i < to; i++) metres += apart(i, i + 1);
        return metres;
    }

    private double apart(int one, int other) {
        return spots.get(one).point().straightTo(spots.get(other).point()).metres();
    }
}
