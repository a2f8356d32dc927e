package hansom.geo.road;

import hansom.geo.hierarchy.Metric;
import java.util.BitSet;

/** What every stretch and every step costs one kind of vehicle in one snapshot, in milliseconds, and which edges nobody may enter in it. */
final class Weights {
    private final Arcs roads;
    private final int[] millis;
    private final int[] usual;
    private final BitSet closed;
    private final Metric metric;

    Weights(Arcs roads, int[] millis, int[] usual, BitSet closed, Metric metric) {
        this.roads = roads;
        this.millis = millis;
        this.usual = usual;
        this.closed = closed;
        this.metric = metric;
    }

    Arcs roads() {
        return roads;
    }

    Metric metric() {
        return metric;
    }

    boolean drivable(int key) {
        return millis[key] != Arcs.NEVER;
    }

    int millis(int key) {
        return millis[key];
    }

    /** What it usually takes at this hour. */
    int usualMillis(int key) {
        return usual[key];
    }

    /** From the beginning of the stretch to the place. */
    int millisInto(Foothold place) {
        return (int) Math.round(millis[place.key()] * place.share());
    }

    /** Who is on a closed road may leave it, also over others; nobody comes onto one. */
    boolean mayFollow(int from, int to) {
        return !closed.get(to / 2) || closed.get(from / 2);
    }
}
