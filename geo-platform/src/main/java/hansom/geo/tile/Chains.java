package hansom.geo.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Ways joined where the end of one is the end of another. */
final class Chains {
    private final Map<Coordinate, List<List<Coordinate>>> byEnd = new HashMap<>();

    private Chains(List<List<Coordinate>> ways) {
        for (List<Coordinate> way : ways) {
            if (way.size() < 2) continue;
            at(way.getFirst()).add(way);
            if (!closed(way)) at(way.getLast()).add(way);
        }
    }

    /** As few chains as the ways make; a way may be turned round. */
    static List<List<Coordinate>> joined(List<List<Coordinate>> ways) {
        Chains ends = new Chains(ways);
        List<List<Coordinate>> chains = new ArrayList<>();
        for (List<Coordinate> way : ways) {
            if (way.size() < 2 || !ends.take(way)) continue;
            List<Coordinate> chain = new ArrayList<>(way);
            ends.extend(chain);
            if (!closed(chain)) {
                chain = new ArrayList<>(chain.reversed());
                ends.extend(chain);
            }
            chains.add(chain);
        }
        return chains;
    }

    static boolean closed(List<Coordinate> chain) {
        return chain.size() > 3 && chain.getFirst().equals2D(chain.getLast());
    }

    /** Goes on with the next way, from whichever of its ends is nearer. */
    static void append(List<Coordinate> chain, List<Coordinate> next) {
        Coordinate end = chain.getLast();
        boolean asItIs = next.getFirst().distance(end) <= next.getLast().distance(end);
        for (Coordinate point : asItIs ? next : next.reversed()) if (!point.equals2D(chain.getLast())) chain.add(point);
    }

    private void extend(List<Coordinate> chain) {
        while (!closed(chain)) {
            List<List<Coordinate>> meeting = at(chain.getLast());
            if (meeting.isEmpty()) return;
            List<Coordinate> next = meeting.getFirst();
            take(next);
            append(chain, next);
        }
    }

    private boolean take(List<Coordinate> way) {
        boolean there = remove(way.getFirst(), way);
        return remove(way.getLast(), way) || there;
    }

    /** By identity: two ways may run over the same points. */
    private boolean remove(Coordinate end, List<Coordinate> way) {
        @Nullable List<List<Coordinate>> all = byEnd.get(end);
        return all != null && all.removeIf(one -> one == way);
    }

    private List<List<Coordinate>> at(Coordinate end) {
        return byEnd.computeIfAbsent(end, first -> new ArrayList<>());
    }
}
