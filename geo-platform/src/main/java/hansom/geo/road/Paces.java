package hansom.geo.road;

/**
 * How much longer each directed stretch takes a car than when the road is free, the turn at its end and any wait before it included: at one
 * moment, and usually at that hour. Never changed once it is made.
 */
public final class Paces {
    private static final float[] NOWHERE = {};

    /** Every road is free. */
    public static final Paces FREE = new Paces(NOWHERE, NOWHERE);

    private final float[] now;
    private final float[] usually;

    private Paces(float[] now, float[] usually) {
        this.now = now;
        this.usually = usually;
    }

    /** From two factors for each key of the graph, twins alike. */
    public static Paces of(float[] now, float[] usually) {
        if (now.length != usually.length) throw new IllegalArgumentException("factors are missing");
        return new Paces(now.clone(), usually.clone());
    }

    /** From what a stretch takes when it is free to what it takes now; a millisecond at least. */
    int millis(int key, int free) {
        return millis(now, key, free);
    }

    /** To what it usually takes at this hour. */
    int usualMillis(int key, int free) {
        return millis(usually, key, free);
    }

    private static int millis(float[] slowness, int key, int free) {
        if (free == Arcs.NEVER || key >= slowness.length) return free;
        return (int) Math.clamp(Math.round((double) free * slowness[key]), 1, Arcs.NEVER - 1L);
    }
}
