package hansom.geo.road;

import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The shortest ways to one place from all that lie within some metres of road before it. */
final class WayBack {
    /** A U-turn is as unlikely as this many metres of detour. */
    static final double U_TURN_METRES = 150;

    private final Arcs arcs;
    private final Foothold target;
    private final double limit;
    private final IntObjectHashMap<@Nullable Label> labels = new IntObjectHashMap<>();

    /** From the beginning of a stretch: its length, its length with what U-turns cost, and the stretch that follows. */
    private record Label(
            int key, double metres, double cost, @Nullable Label next) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Double.compare(cost, other.cost);
        }
    }

    /** A way: its length, what it costs beyond, and the stretches between the one it begins on and the one it ends on. */
    record Way(double metres, double penalty, List<Integer> through) {}

    WayBack(Arcs arcs, Foothold target, double limit) {
        this.arcs = arcs;
        this.target = target;
        this.limit = limit;
        search();
    }

    private void search() {
        PriorityQueue<Label> queue = new PriorityQueue<>();
        double inside = arcs.metres(target.key()) * target.share();
        queue.add(new Label(target.key(), inside, inside, null));
        boolean first = true;
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            // The target's own stretch may be reached once more, around the block.
            if (!first && labels.containsKey(label.key)) continue;
            if (!first) labels.put(label.key, label);
            first = false;
            for (int arc = arcs.firstInto(label.key); arc < arcs.endInto(label.key); arc++) {
                int from = arcs.from(arc);
                if (labels.containsKey(from)) continue;
                double turn = from / 2 == label.key / 2 ? U_TURN_METRES : 0;
                double length = arcs.metres(from);
                Label before = new Label(from, label.metres + length, label.cost + turn + length, label);
                // A long stretch may begin far away and still be left nearby.
                if (before.cost - length <= limit) queue.add(before);
            }
        }
    }

    /** The way from a place; null when there is none within the limit. A place a little ahead on the same stretch counts as being there. */
    @Nullable
    Way from(Foothold start, double standing) {
        double behind = arcs.metres(start.key()) * start.share();
        if (start.key() == target.key()) {
            double ahead = arcs.metres(target.key()) * target.share() - behind;
            if (ahead >= -standing) return new Way(Math.max(0, ahead), 0, List.of());
        }
        Label label = labels.get(start.key());
        if (label == null || label.cost - behind > limit) return null;
        List<Integer> through = new ArrayList<>();
        for (Label on = label.next; on != null && on.next != null; on = on.next) through.add(on.key);
        return new Way(label.metres - behind, label.cost - label.metres, through);
    }
}
