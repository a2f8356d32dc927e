package hansom.node;

import java.util.concurrent.atomic.AtomicInteger;

/** Places in Monaco, the map that comes with the node, and phone numbers that nobody else in a test has. */
final class Town {
    static final Spot STATION = new Spot(43.7386, 7.4195, "Gare de Monaco");
    static final Spot CASINO = new Spot(43.7395, 7.4279, "Casino");
    static final Spot PORT = new Spot(43.7345, 7.4213, "Port Hercule");
    static final Spot BEACH = new Spot(43.7478, 7.4352, "Plage du Larvotto");

    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 400_000));

    private Town() {}

    /** A point with the name that a rider sees. */
    record Spot(double lat, double lng, String label) {
        /** The point at a share of the straight way to another. */
        Spot towards(Spot other, double share) {
            return new Spot(lat + (other.lat - lat) * share, lng + (other.lng - lng) * share, label);
        }
    }

    static String number() {
        return "+377%08d".formatted(10_000_000 + NUMBERS.incrementAndGet());
    }
}
