package hansom.bench.road;

import hansom.geo.road.Paces;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Stretches;
import java.util.random.RandomGenerator;

/** One moment of the traffic after another: each road up to three times as slow as when it is free, and none as it was in the moment before. */
final class Moments {
    private static final double SLOWEST = 3;

    private final RoadNetwork network;
    private final RandomGenerator random;
    private volatile Paces paces = Paces.FREE;

    Moments(RoadNetwork network, RandomGenerator random) {
        this.network = network;
        this.random = random;
        network.heed(() -> paces);
    }

    void next() {
        Stretches stretches = network.stretches();
        float[] factors = new float[stretches.keys()];
        for (int key = 0; key < factors.length; key++)
            if (stretches.original(key) == key) factors[key] = (float) random.nextDouble(1, SLOWEST);
        for (int key = 0; key < factors.length; key++) factors[key] = factors[stretches.original(key)];
        paces = Paces.of(factors, factors);
        network.publish();
    }

    /** Every road is free again. */
    void free() {
        paces = Paces.FREE;
        network.publish();
    }
}
