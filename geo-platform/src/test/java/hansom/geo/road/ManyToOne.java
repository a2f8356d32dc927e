package hansom.geo.road;

import hansom.contract.geo.Distance;
import java.time.Duration;
import java.util.BitSet;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The plain search that the hierarchy is held against: backwards from a target over the directed stretches of road, turns included. */
final class ManyToOne {
    private final Arcs arcs;
    private final BitSet closed;
    private final Foothold target;
    /** From the beginning of each stretch to the target. */
    private final int[] millis;

    private final float[] metres;
    /** From the beginning of the target's own stretch, past the target, around and back to it; by its two directions. */
    private final int[] aroundMillis = {Arcs.NEVER, Arcs.NEVER};

    private final float[] aroundMetres = new float[2];
    private final PriorityQueue<Label> queue = new PriorityQueue<>();

    private record Label(int millis, int key) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Integer.compare(millis, other.millis);
        }
    }

    ManyToOne(Arcs arcs, BitSet closed, Foothold target) {
        this.arcs = arcs;
        this.closed = closed;
        this.target = target;
        this.millis = new int[arcs.keys()];
        this.metres = new float[arcs.keys()];
        java.util.Arrays.fill(millis, Arcs.NEVER);
    }

    /** Searches until every start's stretch is reached in both directions. */
    void search(Iterable<Foothold> starts) {
        BitSet wanted = new BitSet();
        IntConsumer want = key -> {
            if (usable(key)) wanted.set(key);
        };
        boolean around = false;
        for (Foothold start : starts) {
            want.accept(start.key());
            want.accept(start.key() ^ 1);
            around |= start.key() / 2 == target.key() / 2;
        }
        begin(target);
        begin(target.turned());
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            if (label.millis > millis[label.key]) continue;
            wanted.clear(label.key);
            relax(label.key);
            if (wanted.isEmpty() && !around) return;
        }
    }

    private void begin(Foothold place) {
        if (!usable(place.key())) return;
        int key = place.key();
        millis[key] = (int) Math.round(arcs.millis(key) * place.share());
        metres[key] = (float) (arcs.metres(key) * place.share());
        queue.add(new Label(millis[key], key));
    }

    private void relax(int key) {
        for (int arc = arcs.firstInto(key); arc < arcs.endInto(key); arc++) {
            int from = arcs.from(arc);
            if (!usable(from) || (closed.get(key / 2) && !closed.get(from / 2))) continue;
            int time = millis[key] + arcs.turnMillis(arc) + arcs.millis(from);
            float length = metres[key] + arcs.metres(from);
            if (from / 2 == target.key() / 2) around(from, time, length);
            if (time >= millis[from]) continue;
            millis[from] = time;
            metres[from] = length;
            queue.add(new Label(time, from));
        }
    }

    private void around(int key, int time, float length) {
        int way = key & 1;
        if (time >= aroundMillis[way]) return;
        aroundMillis[way] = time;
        aroundMetres[way] = length;
    }

    private boolean usable(int key) {
        return arcs.millis(key) != Arcs.NEVER;
    }

    /** How long it is from a place that was among the starts of the search; null when no way was found. */
    @Nullable
    Travel from(Stand start) {
        Way along = way(start.place());
        Way back = start.moves() ? null : way(start.place().turned());
        if (along == null && back == null) return null;
        Way best = back == null || (along != null && along.millis <= back.millis) ? along : back;
        return best == null
                ? null
                : new Travel(
                        Duration.ofMillis(Math.max(0, best.millis)),
                        Distance.ofMetres(Math.max(0, Math.round(best.metres))));
    }

    private record Way(int millis, float metres) {}

    private @Nullable Way way(Foothold start) {
        int key = start.key();
        if (!usable(key)) return null;
        int behindMillis = (int) Math.round(arcs.millis(key) * start.share());
        float behindMetres = (float) (arcs.metres(key) * start.share());
        int time = millis[key];
        float length = metres[key];
        if (key / 2 == target.key() / 2) {
            Foothold goal = key == target.key() ? target : target.turned();
            if (goal.share() < start.share()) {
                time = aroundMillis[key & 1];
                length = aroundMetres[key & 1];
            }
        }
        return time == Arcs.NEVER ? null : new Way(time - behindMillis, length - behindMetres);
    }
}
