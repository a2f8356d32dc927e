package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The towns that addresses name. A cut-out of a map often lacks the town itself, and people write the town of their address where the map
 * draws another border; what lies among such addresses is found by their town too.
 */
final class AddressTowns {
    private static final double SQUARE_DEGREES = 0.005;
    private static final int NEAR_SQUARES = 1;
    private static final int FAR_SQUARES = 4;
    private static final int MOST = 2;

    private final Map<Long, Map<String, Integer>> squares = new HashMap<>();

    void add(Point point, String town) {
        squares.computeIfAbsent(square(point, 0, 0), first -> new HashMap<>()).merge(town, 1, Integer::sum);
    }

    /** Towns of the addresses within some hundred metres, the most frequent first. */
    List<String> near(Point point) {
        return within(point, NEAR_SQUARES);
    }

    /** The town of most addresses around, within two kilometres at most; empty when there are none. */
    Map<String, String> around(Point point) {
        for (int reach = 0; reach <= FAR_SQUARES; reach++) {
            List<String> towns = within(point, reach);
            if (!towns.isEmpty()) return Map.of("", towns.getFirst());
        }
        return Map.of();
    }

    private List<String> within(Point point, int reach) {
        Map<String, Integer> counts = new HashMap<>();
        for (int north = -reach; north <= reach; north++)
            for (int east = -reach; east <= reach; east++)
                squares.getOrDefault(square(point, north, east), Map.of())
                        .forEach((town, count) -> counts.merge(town, count, Integer::sum));
        List<String> towns = new ArrayList<>(counts.keySet());
        towns.sort(Comparator.comparing((String town) -> -counts.getOrDefault(town, 0))
                .thenComparing(town -> town));
        return towns.subList(0, Math.min(MOST, towns.size()));
    }

    private static long square(Point point, int north, int east) {
        long row = (long) Math.floor((point.lat() + 90) / SQUARE_DEGREES) + north;
        long column = (long) Math.floor((point.lng() + 180) / SQUARE_DEGREES) + east;
        return row * 1_000_000 + column;
    }
}
