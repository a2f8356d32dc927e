package hansom.geo.road;

/**
 * How much longer each directed stretch takes a car at one moment than when the road is free, the turn at its end and any wait before it
 * included. Never changed once it is made.
 */
public final class Paces {
    private static final float[] NOWHERE = {};

    /** Every road is free. */
    public static final Paces FREE = new Paces(NOWHERE);

    private final float[] slowness;

    private Paces(float[] slowness) {
        this.slowness = slowness;
    }

    /** From a factor for each key of the graph, twins alike. */
    public static Paces of(float[] slowness) {
        return new Paces(slowness.clone());
    }

    /** From what a stretch takes when it is free to what it takes now; a millisecond at least. */
    int millis(int key, int free) {
        if (free == Arcs.NEVER || key >= slowness.length) return free;
        return (int) Math.clamp(Math.round((double) free * slowness[key]), 1, Arcs.NEVER - 1L);
    }
}
