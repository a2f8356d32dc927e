package hansom.geo.road;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way by road between two places where a car was reported a moment apart, so that it can be shown as it drove and not as phones err. */
public final class Bends {
    private static final double ERROR_METRES = 30;
    private static final double STANDING_METRES = 10;
    private static final double DETOUR = 2;
    private static final double SLACK_METRES = 80;
    private static final int MOST_CANDIDATES = 4;

    private final Ground ground;
    private final Nearby nearby;
    private final Lines lines;

    Bends(Ground ground, Lines lines) {
        this.ground = ground;
        this.nearby = ground.nearby();
        this.lines = lines;
    }

    /** The nearest place on a road, when one is near enough to be meant. */
    public Optional<Point> onRoad(Point point) {
        List<Nearby.Candidate> near = nearby.around(point, ERROR_METRES);
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.at(near.getFirst().place()));
    }

    /** From road to road, both ends included; empty where no short way joins them. */
    public List<Point> between(Point from, Point to) {
        List<Nearby.Candidate> starts = few(from);
        double limit = from.straightTo(to).metres() * DETOUR + SLACK_METRES;
        double least = Double.POSITIVE_INFINITY;
        List<Point> best = List.of();
        List<Nearby.Candidate> ends = few(to);
        for (Nearby.Candidate start : starts) {
            Reach reach = new Reach(ground, start.place().key(), limit);
            for (Nearby.Candidate end : ends) {
                Reach.@Nullable Way way = reach.to(start.place(), end.place(), STANDING_METRES);
                if (way == null || way.metres() + way.penalty() > limit) continue;
                double cost = way.metres() + way.penalty() + 2 * (start.away() + end.away());
                if (cost >= least) continue;
                least = cost;
                List<Point> line = new ArrayList<>();
                lines.add(start.place(), way, end.place(), line);
                best = line;
            }
        }
        return best;
    }

    private List<Nearby.Candidate> few(Point point) {
        List<Nearby.Candidate> near = nearby.around(point, ERROR_METRES);
        return near.subList(0, Math.min(MOST_CANDIDATES, near.size()));
    }
}
