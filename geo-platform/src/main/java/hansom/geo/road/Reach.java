package hansom.geo.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every stretch that can be driven onto from the end of one within some metres of road, in flat arrays, nearest first. It is the same from
 * wherever on that stretch one comes, so it is searched once for many places.
 */
final class Reach {
    /** A U-turn is as unlikely as this many metres of detour. */
    static final double U_TURN_METRES = 150;

    private static final int NONE = -1;
    /** Spreads keys that follow each other (Fibonacci hashing, Knuth, 1973). */
    private static final int SPREAD = 0x9E37_79B9;

    private final Ground ground;
    private final int key;
    private final double limit;
    private int size;
    private int[] keys = new int[32];
    /** From the end of the stretch to where each begins, and what turns back on the way are unlikely by. */
    private float[] metres = new float[32];

    private float[] penalty = new float[32];
    private int[] before = new int[32];
    private boolean[] done = new boolean[32];
    /** Where each key stands among the keys, one more than its place; by hash, the next one free. */
    private int[] slots = new int[128];

    private int[] heap = new int[32];
    private int waiting;

    /** A way: its length, what it costs beyond, and the stretches between the one it begins on and the one it ends on. */
    record Way(double metres, double penalty, List<Integer> through) {}

    Reach(Ground ground, int key, double limit) {
        this.ground = ground;
        this.key = key;
        this.limit = limit;
        onwards(key, 0, 0, NONE);
        while (waiting > 0) {
            int at = pop();
            if (done[at]) continue;
            done[at] = true;
            float end = metres[at] + ground.arcs().metres(keys[at]);
            if (end + penalty[at] <= limit) onwards(keys[at], end, penalty[at], at);
        }
    }

    /** How far it was searched. */
    double limit() {
        return limit;
    }

    private void onwards(int from, float end, float turned, int at) {
        for (int step = ground.steps().first(from); step < ground.steps().first(from + 1); step++) {
            if (!ground.may().test(step)) continue;
            int to = ground.steps().head(step);
            put(to, end, to / 2 == from / 2 ? turned + (float) U_TURN_METRES : turned, at);
        }
    }

    private void put(int to, float begins, float turned, int from) {
        if (begins + turned > limit) return;
        int slot = slot(to);
        int at = slots[slot] - 1;
        if (at == NONE) {
            if (size == keys.length) grow();
            at = size++;
            slots[slot(to)] = at + 1;
            keys[at] = to;
        } else if (done[at] || begins + turned >= metres[at] + penalty[at]) return;
        metres[at] = begins;
        penalty[at] = turned;
        before[at] = from;
        push(at);
    }

    private int slot(int wanted) {
        int slot = ((wanted * SPREAD) >>> 7) & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != wanted) slot = (slot + 1) & (slots.length - 1);
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        metres = Arrays.copyOf(metres, size * 2);
        penalty = Arrays.copyOf(penalty, size * 2);
        before = Arrays.copyOf(before, size * 2);
        done = Arrays.copyOf(done, size * 2);
        slots = new int[slots.length * 2];
        for (int at = 0; at < size; at++) slots[slot(keys[at])] = at + 1;
    }

    private float order(int at) {
        return metres[at] + penalty[at];
    }

    private void push(int at) {
        if (waiting == heap.length) heap = Arrays.copyOf(heap, waiting * 2);
        int hole = waiting++;
        while (hole > 0 && order(heap[(hole - 1) / 2]) > order(at)) {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = at;
    }

    private int pop() {
        int least = heap[0];
        int last = heap[--waiting];
        int hole = 0;
        for (int child = 1; child < waiting; child = 2 * hole + 1) {
            if (child + 1 < waiting && order(heap[child + 1]) < order(heap[child])) child++;
            if (order(heap[child]) >= order(last)) break;
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = last;
        return least;
    }

    /**
     * How far it is from a place on the stretch to another place; no number where that is too far. A place that lies not too far behind on the same
     * stretch is less than nothing away.
     */
    double metresTo(Foothold from, Foothold place, double standing) {
        double ahead = ahead(from, place);
        if (from.key() == place.key() && ahead >= -standing) return ahead;
        int at = slots[slot(place.key())] - 1;
        return at == NONE ? Double.NaN : rest(from) + metres[at] + ground.arcs().metresInto(place);
    }

    /** What turns back on that way are unlikely by. */
    double penaltyTo(Foothold from, Foothold place, double standing) {
        if (from.key() == place.key() && ahead(from, place) >= -standing) return 0;
        return penalty[slots[slot(place.key())] - 1];
    }

    /** That way; null where it is too far. A place a little behind on the same stretch is where the car is already. */
    @Nullable
    Way to(Foothold from, Foothold place, double standing) {
        double whole = metresTo(from, place, standing);
        if (Double.isNaN(whole)) return null;
        if (from.key() == place.key() && ahead(from, place) >= -standing)
            return new Way(Math.max(0, whole), 0, List.of());
        List<Integer> through = new ArrayList<>();
        int last = slots[slot(place.key())] - 1;
        for (int at = before[last]; at != NONE; at = before[at]) through.addFirst(keys[at]);
        return new Way(whole, penalty[last], through);
    }

    private double ahead(Foothold from, Foothold place) {
        return ground.arcs().metresInto(place) - ground.arcs().metresInto(from);
    }

    private double rest(Foothold from) {
        return ground.arcs().metres(key) - ground.arcs().metresInto(from);
    }
}
