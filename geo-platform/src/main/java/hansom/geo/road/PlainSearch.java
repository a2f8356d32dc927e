package hansom.geo.road;

import hansom.contract.geo.Distance;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The plain search (Dijkstra, 1959) that the hierarchy is held against: backwards from a target over the directed stretches of road, turns included. */
final class PlainSearch {
    private final Weights weights;
    private final Arcs arcs;
    private final Twins twins;
    private final Foothold target;
    /** From the beginning of each stretch to the target. */
    private final int[] millis;

    private final float[] metres;
    /** From the beginning of one of the target's own stretches, past the target, around and back to it. */
    private final Map<Integer, Way> around = new HashMap<>();

    private final PriorityQueue<Label> queue = new PriorityQueue<>();

    private record Label(int millis, int key) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Integer.compare(millis, other.millis);
        }
    }

    PlainSearch(Weights weights, Twins twins, Foothold target) {
        this.weights = weights;
        this.arcs = weights.roads();
        this.twins = twins;
        this.target = target;
        this.millis = new int[arcs.keys()];
        this.metres = new float[arcs.keys()];
        java.util.Arrays.fill(millis, Arcs.NEVER);
    }

    /** Searches until every start's stretch is reached in both directions. */
    void search(Iterable<Foothold> starts) {
        BitSet wanted = new BitSet();
        IntConsumer want = key -> {
            for (int twin : twins.keys(key)) if (weights.drivable(twin)) wanted.set(twin);
        };
        boolean around = false;
        for (Foothold start : starts) {
            want.accept(start.key());
            want.accept(start.key() ^ 1);
            around |= onTarget(start.key());
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

    /** Searches everything; the stretches in the order in which they are met. */
    int[] met() {
        begin(target);
        begin(target.turned());
        IntStream.Builder met = IntStream.builder();
        BitSet done = new BitSet();
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            if (label.millis > millis[label.key] || done.get(label.key)) continue;
            done.set(label.key);
            met.add(label.key);
            relax(label.key);
        }
        return met.build().toArray();
    }

    private void begin(Foothold place) {
        for (int key : twins.keys(place.key())) {
            if (!weights.drivable(key)) continue;
            millis[key] = (int) Math.round(weights.millis(key) * place.share());
            metres[key] = (float) (arcs.metres(key) * place.share());
            queue.add(new Label(millis[key], key));
        }
    }

    private boolean onTarget(int key) {
        return twins.original(key) / 2 == twins.original(target.key()) / 2;
    }

    private void relax(int key) {
        for (int arc = arcs.firstInto(key); arc < arcs.endInto(key); arc++) {
            int from = arcs.from(arc);
            if (from == key || !weights.drivable(from) || !weights.mayFollow(from, key)) continue;
            int time = millis[key] + arcs.turnMillis(arc) + weights.millis(from);
            float length = metres[key] + arcs.metres(from);
            if (onTarget(from)) around(from, time, length);
            if (time >= millis[from]) continue;
            millis[from] = time;
            metres[from] = length;
            queue.add(new Label(time, from));
        }
    }

    private void around(int key, int time, float length) {
        Way known = around.get(key);
        if (known == null || time < known.millis) around.put(key, new Way(time, length));
    }

    /** How long it is from a place that was among the starts of the search; null when no way was found. */
    @Nullable
    Travel from(Stand start) {
        Way best = null;
        List<Foothold> places = start.moves()
                ? List.of(start.place())
                : List.of(start.place(), start.place().turned());
        for (Foothold place : places)
            for (int key : twins.keys(place.key())) {
                Way way = way(new Foothold(key, place.share()));
                if (way != null && (best == null || way.millis < best.millis)) best = way;
            }
        return best == null
                ? null
                : new Travel(
                        Duration.ofMillis(Math.max(0, best.millis)),
                        Distance.ofMetres(Math.max(0, Math.round(best.metres))));
    }

    private record Way(int millis, float metres) {}

    private @Nullable Way way(Foothold start) {
        int key = start.key();
        if (!weights.drivable(key)) return null;
        int behindMillis = (int) Math.round(weights.millis(key) * start.share());
        float behindMetres = (float) (arcs.metres(key) * start.share());
        Way whole = new Way(millis[key], metres[key]);
        if (onTarget(key)) {
            Foothold goal = (key & 1) == (target.key() & 1) ? target : target.turned();
            if (goal.share() < start.share()) whole = around.getOrDefault(key, new Way(Arcs.NEVER, 0));
        }
        return whole.millis == Arcs.NEVER ? null : new Way(whole.millis - behindMillis, whole.metres - behindMetres);
    }
}
