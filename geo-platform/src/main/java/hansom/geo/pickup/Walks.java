package hansom.geo.pickup;

import com.carrotsearch.hppc.IntObjectHashMap;
import hansom.geo.pickup.Footways.Foothold;
import hansom.geo.pickup.Plane.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The shortest ways on foot from some doors to all that is a few minutes away (Dijkstra, 1959). Who walks along a larger road keeps to the
 * side on which he came to it, until he crosses where it may be crossed.
 */
final class Walks {
    private static final double CROSSING_SECONDS = 15;

    private final Footways ways;
    private final Sight sight;
    private final Plane plane;
    private final double limit;
    private final IntObjectHashMap<@Nullable Label> labels = new IntObjectHashMap<>();
    private final PriorityQueue<Label> queue = new PriorityQueue<>();
    private final List<Source> sources = new ArrayList<>();

    /** Where a walk begins: at {@code spot}, a few steps beside a way, after {@code seconds} that count and are not walked. */
    record Source(Spot spot, Foothold onto, double seconds, int number) {}

    /** At a node, perhaps across the road from where one came to it. */
    private record Label(
            int node,
            boolean across,
            double seconds,
            double metres,
            int edge,
            @Nullable Label before,
            Source source) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Double.compare(seconds, other.seconds);
        }
    }

    /** A walk: its line from door to end, where it came onto the street that it ends on, and whether it crossed that. */
    record Walk(Source source, double seconds, double metres, List<Spot> line, Spot off, Spot onto, boolean across) {
        Walk {
            line = List.copyOf(line);
        }

        Walk andThen(Spot end, double walked) {
            List<Spot> longer = new ArrayList<>(line);
            longer.add(end);
            return new Walk(source, seconds + Footing.PATH.seconds(walked), metres + walked, longer, off, onto, across);
        }
    }

    Walks(Footways ways, Sight sight, Plane plane, List<Source> sources, double limitSeconds) {
        this.ways = ways;
        this.sight = sight;
        this.plane = plane;
        this.limit = limitSeconds;
        for (Source source : sources) {
            this.sources.add(source);
            Foothold onto = source.onto();
            begin(source, onto, ways.from(onto.edge()));
            begin(source, onto, ways.to(onto.edge()));
        }
        search();
    }

    private void begin(Source source, Foothold onto, int node) {
        double walked = ways.spot(plane, node).to(onto.spot());
        double gap = source.spot().to(onto.spot());
        double seconds = source.seconds()
                + Footing.PATH.seconds(gap)
                + ways.footing(onto.edge()).seconds(walked);
        queue.add(new Label(node, false, seconds, gap + walked, onto.edge(), null, source));
    }

    private void search() {
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            if (label.seconds > limit) return;
            int state = state(label.node, label.across);
            if (labels.containsKey(state)) continue;
            labels.put(state, label);
            ways.edgesAt(label.node, edge -> follow(label, edge));
            if (!label.across && ways.isCrossing(label.node)) cross(label);
        }
    }

    private static int state(int node, boolean across) {
        return 2 * node + (across ? 1 : 0);
    }

    private void follow(Label label, int edge) {
        Footing footing = ways.footing(edge);
        if (label.across && footing != Footing.BIG_ROAD) return;
        int next = ways.other(edge, label.node);
        if (labels.containsKey(state(next, label.across))) return;
        Spot from = ways.spot(plane, label.node);
        Spot to = ways.spot(plane, next);
        if (footing == Footing.SQUARE && !sight.isFree(plane, from, to)) return;
        double metres = from.to(to);
        queue.add(new Label(
                next,
                label.across,
                label.seconds + footing.seconds(metres),
                label.metres + metres,
                edge,
                label,
                label.source));
    }

    private void cross(Label label) {
        queue.add(new Label(
                label.node, true, label.seconds + CROSSING_SECONDS, label.metres, label.edge, label, label.source));
    }

    /** The shortest walk to a place, on the side of its street on which one comes to it or across; null where none is short enough. */
    @Nullable
    Walk to(Foothold place, boolean across) {
        int edge = place.edge();
        Walk best = across ? null : direct(place);
        for (int node : new int[] {ways.from(edge), ways.to(edge)}) {
            Label label = labels.get(state(node, across));
            if (label == null) continue;
            double metres = ways.spot(plane, node).to(place.spot());
            double seconds = label.seconds + ways.footing(edge).seconds(metres);
            if (best == null || seconds < best.seconds) best = walk(label, place, seconds, label.metres + metres);
        }
        return best;
    }

    private @Nullable Walk direct(Foothold place) {
        Walk best = null;
        for (Source source : sources) {
            if (source.onto().edge() != place.edge()) continue;
            Spot onto = source.onto().spot();
            double gap = source.spot().to(onto);
            double along = onto.to(place.spot());
            double seconds = source.seconds()
                    + Footing.PATH.seconds(gap)
                    + ways.footing(place.edge()).seconds(along);
            if (best == null || seconds < best.seconds)
                best = new Walk(
                        source,
                        seconds,
                        gap + along,
                        List.of(source.spot(), onto, place.spot()),
                        source.spot(),
                        onto,
                        false);
        }
        return best;
    }

    private Walk walk(Label last, Foothold place, double seconds, double metres) {
        int street = ways.street(place.edge());
        List<Spot> line = new ArrayList<>(List.of(place.spot()));
        @Nullable Spot off = null;
        Spot onto = ways.spot(plane, last.node);
        for (Label label = last; label != null; label = label.before) {
            Spot at = ways.spot(plane, label.node);
            if (!line.getLast().equals(at)) line.add(at);
            Spot before = label.before == null ? label.source.onto().spot() : ways.spot(plane, label.before.node);
            if (off == null && ways.street(label.edge) != street && !before.equals(at)) {
                off = before;
                onto = at;
            }
        }
        Source source = last.source;
        line.add(source.onto().spot());
        line.add(source.spot());
        Collections.reverse(line);
        if (off == null) {
            off = source.spot();
            onto = source.onto().spot();
        }
        return new Walk(source, seconds, metres, line, off, onto, last.across);
    }
}
