package hansom.geo.pickup;

import hansom.geo.pickup.Footways.Foothold;
import hansom.geo.pickup.Plane.Spot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last steps between a door and the ways on foot: straight, and only where nothing stands between. */
final class Thresholds {
    private static final double NEAR_METRES = 30;
    private static final double FAR_METRES = 80;
    private static final int MOST = 4;

    private final Footways ways;
    private final Sight sight;

    Thresholds(Footways ways, Sight sight) {
        this.ways = ways;
        this.sight = sight;
    }

    /** Places on ways that one comes to from a spot, or from a door that lies on one; none when all is walled in. */
    List<Foothold> of(Plane plane, Spot spot, @Nullable Door door) {
        List<Foothold> found = new ArrayList<>();
        if (door != null && door.node() >= 0) {
            int edge = ways.anyEdgeAt(door.node());
            found.add(new Foothold(edge, ways.from(edge) == door.node() ? 0 : 1, spot, 0));
        }
        found.addAll(seen(plane, spot, NEAR_METRES));
        if (found.isEmpty()) found.addAll(seen(plane, spot, FAR_METRES));
        return found;
    }

    private List<Foothold> seen(Plane plane, Spot spot, double metres) {
        List<Foothold> found = new ArrayList<>();
        for (Foothold beside : ways.near(plane, spot, metres, Footing::hasBesides)) {
            if (found.size() == MOST) break;
            if (sight.isFree(plane, spot, beside.spot())) found.add(beside);
        }
        return found;
    }
}
