package hansom.geo.road;

import com.carrotsearch.hppc.IntObjectHashMap;
import hansom.contract.geo.Point;
import hansom.geo.road.Nearby.Candidate;
import hansom.geo.road.Reach.Way;
import hansom.geo.road.Trace.Footing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells which roads a row of inexact points was driven on: of all rows of places on roads, the one for which the points' errors and the
 * differences between ways by road and straight lines are least in sum (a hidden Markov model, solved by Viterbi's method; Newson and Krumm,
 * 2009). A step back within the phone's error is a car that stands. Rows that fall far behind the best are given up.
 */
public final class Tracer {
    private static final double REACH_SIGMAS = 4;
    private static final double LEAST_REACH = 50;
    private static final double DETOUR = 2.5;
    private static final double DETOUR_METRES = 250;
    /** A row whose sum is so much more than the least is not the one. */
    private static final double GIVEN_UP = 25;

    private static final int MOST_ROWS = 12;
    /** Errors that follow each other can carry a standing car so far back. */
    private static final double BACK_SIGMAS = 5;

    /** A search that is made anew goes so much farther, so that it need not be made again for the next point. */
    private static final double FARTHER = 1.3;

    private static final int MOST_SEARCHED = 1_000;

    private final Ground ground;
    private final Lines lines;
    private final IntObjectHashMap<@Nullable Reach> searched = new IntObjectHashMap<>();

    /** A place at which the car may have been at one of the points, with the best row of places before it, sought so far. */
    private record State(
            int point,
            Foothold place,
            double away,
            double cost,
            @Nullable State before,
            double limit) {}

    Tracer(Ground ground, Lines lines) {
        this.ground = ground;
        this.lines = lines;
    }

    /** One trace as long as the points follow each other by road; a new one after each break. {@code sigma} is the phone's error in metres. */
    public List<Trace> trace(List<Point> points, double sigma) {
        List<Trace> traces = new ArrayList<>();
        List<State> front = List.of();
        for (int i = 0; i < points.size(); i++) {
            List<Candidate> candidates =
                    ground.nearby().around(points.get(i), Math.max(LEAST_REACH, sigma * REACH_SIGMAS));
            if (candidates.isEmpty()) continue;
            List<State> next = front.isEmpty() ? List.of() : step(front, candidates, i, points, sigma);
            if (next.isEmpty()) {
                finish(front, traces, sigma);
                next = begin(candidates, i, sigma);
            }
            front = next;
        }
        finish(front, traces, sigma);
        return traces;
    }

    /** The longest way that is believed between points so many metres apart that follow each other. */
    public static double farthest(double straight) {
        return straight * DETOUR + DETOUR_METRES;
    }

    private static List<State> begin(List<Candidate> candidates, int point, double sigma) {
        return candidates.stream()
                .map(candidate ->
                        new State(point, candidate.place(), candidate.away(), error(candidate, sigma), null, 0))
                .toList();
    }

    private static double error(Candidate candidate, double sigma) {
        double sigmas = candidate.away() / sigma;
        return sigmas * sigmas / 2;
    }

    private List<State> step(
            List<State> front, List<Candidate> candidates, int point, List<Point> points, double sigma) {
        double straight = metres(points.get(front.getFirst().point), points.get(point));
        List<State> next = step(front, candidates, point, straight, straight + GIVEN_UP * sigma, sigma);
        return next.isEmpty() ? step(front, candidates, point, straight, farthest(straight), sigma) : next;
    }

    private List<State> step(
            List<State> front, List<Candidate> candidates, int point, double straight, double limit, double sigma) {
        List<State> next = new ArrayList<>();
        List<Reach> reaches =
                front.stream().map(state -> reach(state.place, limit)).toList();
        for (Candidate candidate : candidates) {
            State best = null;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < reaches.size(); i++) {
                State before = front.get(i);
                double metres = reaches.get(i).metresTo(before.place, candidate.place(), BACK_SIGMAS * sigma);
                if (Double.isNaN(metres)) continue;
                double penalty = reaches.get(i).penaltyTo(before.place, candidate.place(), BACK_SIGMAS * sigma);
                if (metres + penalty > limit) continue;
                double cost = before.cost + (Math.abs(metres - straight) + penalty) / sigma;
                if (cost >= least) continue;
                least = cost;
                best = before;
            }
            if (best == null) continue;
            Foothold place = ahead(best.place, candidate.place(), BACK_SIGMAS * sigma);
            next.add(new State(point, place, candidate.away(), least + error(candidate, sigma), best, limit));
        }
        return likely(next);
    }

    private static List<State> likely(List<State> states) {
        if (states.size() < 2) return states;
        states.sort(Comparator.comparingDouble(State::cost));
        double most = states.getFirst().cost + GIVEN_UP;
        int kept = 1;
        while (kept < Math.min(MOST_ROWS, states.size()) && states.get(kept).cost <= most) kept++;
        return states.subList(0, kept);
    }

    private Reach reach(Foothold place, double limit) {
        double beyond =
                limit - ground.arcs().metres(place.key()) + ground.arcs().metresInto(place);
        Reach known = searched.get(place.key());
        if (known != null && known.limit() >= beyond) return known;
        if (searched.size() >= MOST_SEARCHED) searched.clear();
        Reach made = new Reach(ground, place.key(), Math.max(0, beyond) * FARTHER);
        searched.put(place.key(), made);
        return made;
    }

    /** A car that stands has not gone back. */
    private Foothold ahead(Foothold before, Foothold place, double standing) {
        double back = ground.arcs().metresInto(before) - ground.arcs().metresInto(place);
        return before.key() == place.key() && back > 0 && back <= standing ? before : place;
    }

    /** Between points near each other. */
    private static double metres(Point from, Point to) {
        double narrow = Math.cos(Math.toRadians(from.lat()));
        return Shapes.METRES_A_DEGREE * Math.hypot(to.lat() - from.lat(), (to.lng() - from.lng()) * narrow);
    }

    private void finish(List<State> front, List<Trace> traces, double sigma) {
        State best = null;
        for (State state : front) if (best == null || state.cost < best.cost) best = state;
        if (best == null) return;
        List<State> row = new ArrayList<>();
        for (State state = best; state != null; state = state.before) row.addFirst(state);
        double metres = 0;
        double squares = 0;
        List<Point> line = new ArrayList<>();
        List<Footing> footings = new ArrayList<>();
        for (State state : row) {
            squares += state.away * state.away;
            if (state.before == null) {
                footings.add(new Footing(state.point, state.away, 0));
                continue;
            }
            Foothold from = state.before.place;
            Way way = Objects.requireNonNull(reach(from, state.limit).to(from, state.place, BACK_SIGMAS * sigma));
            metres += way.metres();
            footings.add(new Footing(state.point, state.away, way.metres()));
            lines.add(from, way, state.place, line);
        }
        if (line.isEmpty()) line.add(lines.at(best.place));
        traces.add(
                new Trace(row.getFirst().point, best.point, metres, Math.sqrt(squares / row.size()), line, footings));
    }
}
