package hansom.geo.road;

import hansom.contract.geo.Point;
import hansom.geo.road.Nearby.Candidate;
import hansom.geo.road.WayBack.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which roads a row of inexact points was driven on: of all rows of places on roads, the one for which the points' errors and the
 * differences between ways by road and straight lines are least in sum (a hidden Markov model, solved by Viterbi's method). A step back
 * within the phone's error is a car that stands.
 */
public final class Tracer {
    private static final double REACH_SIGMAS = 4;
    private static final double LEAST_REACH = 50;
    private static final double DETOUR = 2.5;
    private static final double DETOUR_METRES = 250;

    private final Arcs arcs;
    private final Nearby nearby;
    private final Lines lines;

    /** A place at which the car may have been at one of the points, with the best row of places before it. */
    private record State(
            int point,
            Foothold place,
            double away,
            double cost,
            @Nullable State before,
            @Nullable Way way) {}

    Tracer(Arcs arcs, Nearby nearby, Lines lines) {
        this.arcs = arcs;
        this.nearby = nearby;
        this.lines = lines;
    }

    /** One trace as long as the points follow each other by road; a new one after each break. {@code sigma} is the phone's error in metres. */
    public List<Trace> trace(List<Point> points, double sigma) {
        List<Trace> traces = new ArrayList<>();
        List<State> front = List.of();
        for (int i = 0; i < points.size(); i++) {
            List<Candidate> candidates = nearby.around(points.get(i), Math.max(LEAST_REACH, sigma * REACH_SIGMAS));
            if (candidates.isEmpty()) continue;
            List<State> next = front.isEmpty() ? List.of() : step(front, candidates, i, points, sigma);
            if (next.isEmpty()) {
                finish(front, traces);
                next = begin(candidates, i, sigma);
            }
            front = next;
        }
        finish(front, traces);
        return traces;
    }

    private static List<State> begin(List<Candidate> candidates, int point, double sigma) {
        return candidates.stream()
                .map(candidate ->
                        new State(point, candidate.place(), candidate.away(), error(candidate, sigma), null, null))
                .toList();
    }

    private static double error(Candidate candidate, double sigma) {
        double sigmas = candidate.away() / sigma;
        return sigmas * sigmas / 2;
    }

    private List<State> step(
            List<State> front, List<Candidate> candidates, int point, List<Point> points, double sigma) {
        Point last = points.get(front.getFirst().point);
        double straight = last.straightTo(points.get(point)).metres();
        List<State> next = new ArrayList<>();
        for (Candidate candidate : candidates) {
            WayBack back = new WayBack(arcs, candidate.place(), straight * DETOUR + DETOUR_METRES);
            State best = null;
            for (State before : front) {
                Way way = back.from(before.place, 2 * sigma);
                if (way == null) continue;
                double differs = Math.abs(way.metres() - straight) + way.penalty();
                double cost = before.cost + error(candidate, sigma) + differs / sigma;
                if (best == null || cost < best.cost)
                    best = new State(
                            point, ahead(before.place, candidate.place(), way), candidate.away(), cost, before, way);
            }
            if (best != null) next.add(best);
        }
        return next;
    }

    /** A car that stands has not gone back. */
    private static Foothold ahead(Foothold before, Foothold place, Way way) {
        boolean stands = way.metres() == 0 && before.key() == place.key() && before.share() > place.share();
        return stands ? before : place;
    }

    private void finish(List<State> front, List<Trace> traces) {
        State best = null;
        for (State state : front) if (best == null || state.cost < best.cost) best = state;
        if (best == null) return;
        List<State> row = new ArrayList<>();
        for (State state = best; state != null; state = state.before) row.addFirst(state);
        double metres = 0;
        double squares = 0;
        List<Point> line = new ArrayList<>();
        for (State state : row) {
            squares += state.away * state.away;
            if (state.before == null || state.way == null) continue;
            metres += state.way.metres();
            lines.add(state.before.place, state.way, state.place, line);
        }
        if (line.isEmpty()) line.add(lines.at(best.place));
        traces.add(new Trace(row.getFirst().point, best.point, metres, Math.sqrt(squares / row.size()), line));
    }
}
