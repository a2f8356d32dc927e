package hansom.geo.road;

import java.util.ArrayList;
import java.util.List;

/** The stretches that a car can have come to within some metres of road from a place: few, so they are searched in plain arrays. */
final class WayAhead {
    private static final int MOST = 96;

    private final Ground ground;
    private final int[] keys = new int[MOST];
    /** From the place to where the stretch begins; less than nothing for the one that the car is on. */
    private final double[] metres = new double[MOST];

    private final double[] penalties = new double[MOST];
    private final int[] before = new int[MOST];
    private final boolean[] done = new boolean[MOST];
    private int size;

    WayAhead(Ground ground, Foothold place, double limit) {
        this.ground = ground;
        put(place.key(), -ground.arcs().metresInto(place), 0, -1);
        for (int at = nearest(); at >= 0; at = nearest()) {
            done[at] = true;
            double end = metres[at] + ground.arcs().metres(keys[at]);
            if (end + penalties[at] <= limit) expand(at, end);
        }
    }

    private void expand(int at, double end) {
        for (int step = ground.steps().first(keys[at]); step < ground.steps().first(keys[at] + 1); step++) {
            if (!ground.may().test(step)) continue;
            int key = ground.steps().head(step);
            boolean turnsBack = key / 2 == keys[at] / 2;
            put(key, end, penalties[at] + (turnsBack ? Reach.U_TURN_METRES : 0), at);
        }
    }

    private void put(int key, double begins, double penalty, int from) {
        for (int i = 1; i < size; i++)
            if (keys[i] == key) {
                if (done[i] || begins + penalty >= metres[i] + penalties[i]) return;
                metres[i] = begins;
                penalties[i] = penalty;
                before[i] = from;
                return;
            }
        if (size == MOST) return;
        keys[size] = key;
        metres[size] = begins;
        penalties[size] = penalty;
        before[size] = from;
        size++;
    }

    private int nearest() {
        int best = -1;
        for (int i = 0; i < size; i++)
            if (!done[i] && (best < 0 || metres[i] + penalties[i] < metres[best] + penalties[best])) best = i;
        return best;
    }

    int size() {
        return size;
    }

    int key(int at) {
        return keys[at];
    }

    /** The way from the place to another on this stretch. */
    double metresTo(int at, Foothold place) {
        return metres[at] + ground.arcs().metresInto(place);
    }

    /** What a turn back on the way is unlikely by, in metres. */
    double penalty(int at) {
        return penalties[at];
    }

    /** The stretches entered on the way, this one the last; empty for the one that the car was on. */
    List<Integer> entered(int at) {
        List<Integer> entered = new ArrayList<>();
        for (int i = at; i > 0; i = before[i]) entered.addFirst(keys[i]);
        return entered;
    }
}
