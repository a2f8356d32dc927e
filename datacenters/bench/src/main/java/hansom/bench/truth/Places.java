package hansom.bench.truth;

import com.graphhopper.storage.NodeAccess;
import hansom.bench.road.OpenMap;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where people of a city go: to some places often, to most of them seldom, and hardly ever across the whole country around. */
final class Places {
    private static final int MOST = 3_000;
    private static final double AROUND_METRES = 9_000;
    private static final double LEAST_METRES = 800;
    private static final double MOST_METRES = 9_000;
    /** Zipf's exponent: how much less the next place is gone to. */
    private static final double UNLIKE = 0.7;

    private final RandomGenerator random;
    private final List<Point> places = new ArrayList<>();
    private final double[] upTo;

    /** From one to another. */
    record Errand(Point from, Point to) {}

    Places(OpenMap map, RandomGenerator random) {
        this.random = random;
        NodeAccess nodes = map.hopper().getBaseGraph().getNodeAccess();
        int all = map.hopper().getBaseGraph().getNodes();
        Point centre = centre(nodes, all);
        for (int tried = 0; tried < 20 * MOST && places.size() < MOST; tried++) {
            int node = random.nextInt(all);
            Point place = new Point(nodes.getLat(node), nodes.getLon(node));
            if (centre.straightTo(place).metres() > AROUND_METRES) continue;
            if (map.roads().snap(place, VehicleType.CAR).isPresent()) places.add(place);
        }
        upTo = new double[places.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Math.pow(i + 1, -UNLIKE);
            upTo[i] = sum;
        }
    }

    /** Half of all junctions lie farther north, and half farther east. */
    private static Point centre(NodeAccess nodes, int all) {
        double[] lats = new double[all];
        double[] lngs = new double[all];
        for (int node = 0; node < all; node++) {
            lats[node] = nodes.getLat(node);
            lngs[node] = nodes.getLon(node);
        }
        Arrays.sort(lats);
        Arrays.sort(lngs);
        return new Point(lats[all / 2], lngs[all / 2]);
    }

    private Point place() {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int at = Arrays.binarySearch(upTo, drawn);
        return places.get(Math.min(places.size() - 1, at < 0 ? -at - 1 : at));
    }

    Errand errand() {
        while (true) {
            Errand errand = new Errand(place(), place());
            double apart = errand.from.straightTo(errand.to).metres();
            if (apart >= LEAST_METRES && apart <= MOST_METRES) return errand;
        }
    }
}
