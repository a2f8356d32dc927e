package hansom.geo.pickup;

import hansom.contract.geo.PickupPoints.Side;
import hansom.geo.pickup.Footways.Foothold;
import hansom.geo.pickup.Plane.Spot;
import hansom.geo.pickup.Walks.Walk;
import hansom.geo.road.Kerbs.Kerb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks that end at the side of a road at which a car stops: along the road itself, or on a pavement beside it. The other side of a larger
 * road is reached only where that may be crossed.
 */
final class KerbWalks {
    private static final double ON_THE_ROAD = 2.5;
    private static final double TO_THE_SIDE = 3;
    private static final double PAVEMENT_METRES = 13;
    private static final double SIDE_MATTERS_METRES = 1;
    private static final double SMALL_CROSSING_SECONDS = 5;
    /** Of time on foot against time in a car: Wardman, Public transport values of time (2004), has it at about two. */
    private static final double ON_FOOT = 2;

    private final Footways ways;
    private final Sight sight;
    private final Plane plane;
    private final Walks walks;
    private final boolean left;

    KerbWalks(Footways ways, Sight sight, Plane plane, Walks walks, boolean left) {
        this.ways = ways;
        this.sight = sight;
        this.plane = plane;
        this.walks = walks;
        this.left = left;
    }

    /** The best walk to where the car would stand; null when none leads there. */
    @Nullable
    Offer to(Kerb kerb) {
        Spot middle = plane.spot(kerb.onRoad());
        double angle = Math.toRadians(kerb.bearing());
        Spot ahead = new Spot(middle.x() + Math.sin(angle), middle.y() + Math.cos(angle));
        double right = left ? -TO_THE_SIDE : TO_THE_SIDE;
        Spot stand = new Spot(middle.x() + Math.cos(angle) * right, middle.y() - Math.sin(angle) * right);
        if (atACrossing(middle)) return null;
        Offer along = along(kerb, middle, ahead, stand);
        Offer beside = beside(kerb, middle, ahead, stand);
        return beside == null || (along != null && along.against() <= beside.against()) ? along : beside;
    }

    /** Nobody stops where others cross. */
    private boolean atACrossing(Spot middle) {
        for (Foothold near : ways.near(plane, middle, ON_THE_ROAD, Footing::isRoad))
            for (int node : new int[] {ways.from(near.edge()), ways.to(near.edge())})
                if (ways.isCrossing(node) && ways.spot(plane, node).to(middle) < TO_THE_SIDE) return true;
        return false;
    }

    private @Nullable Offer along(Kerb kerb, Spot middle, Spot ahead, Spot stand) {
        List<Foothold> road = ways.near(plane, middle, ON_THE_ROAD, Footing::isRoad);
        if (road.isEmpty()) return null;
        @Nullable Walk near = walks.to(road.getFirst(), false);
        if (near == null) return null;
        if (isOnItsSide(near, middle, ahead)) return offer(kerb, stand, near, Side.NEAR, 0);
        if (!kerb.big() && kerb.oneWay()) return offer(kerb, stand.between(middle, 2), near, Side.NEAR, 0);
        if (!kerb.big()) return offer(kerb, stand, near, Side.OPPOSITE, SMALL_CROSSING_SECONDS);
        @Nullable Walk across = walks.to(road.getFirst(), true);
        return across == null || isOnItsSide(across, middle, ahead)
                ? null
                : offer(kerb, stand, across, Side.OPPOSITE, 0);
    }

    /** Whether who comes that way comes to the side at which the car stops; straight on, he may choose. */
    private boolean isOnItsSide(Walk walk, Spot middle, Spot ahead) {
        List<Spot> line = walk.line();
        int at = line.lastIndexOf(walk.onto());
        Spot next = at >= 0 && at + 1 < line.size() ? line.get(at + 1) : walk.onto();
        double aside;
        if (next.to(walk.onto()) < SIDE_MATTERS_METRES) {
            Spot forward = new Spot(
                    walk.onto().x() + ahead.x() - middle.x(), walk.onto().y() + ahead.y() - middle.y());
            aside = walk.onto().left(forward, walk.off());
        } else {
            aside = walk.onto().left(next, walk.off()) / walk.onto().to(next);
            Spot before = line.get(line.size() - 2);
            Spot last = line.getLast();
            double along = (last.x() - before.x()) * (ahead.x() - middle.x())
                    + (last.y() - before.y()) * (ahead.y() - middle.y());
            if (along < 0) aside = -aside;
        }
        if (Math.abs(aside) < SIDE_MATTERS_METRES) return true;
        return left == aside > 0;
    }

    /** From a pavement on the side at which the car stops. */
    private @Nullable Offer beside(Kerb kerb, Spot middle, Spot ahead, Spot stand) {
        for (Foothold pavement : ways.near(plane, stand, PAVEMENT_METRES, footing -> footing == Footing.PATH)) {
            double aside = middle.left(ahead, pavement.spot());
            if (Math.abs(aside) < SIDE_MATTERS_METRES || left != aside > 0) continue;
            if (!sight.isFree(plane, pavement.spot(), stand)) continue;
            @Nullable Walk walk = walks.to(pavement, false);
            if (walk == null) continue;
            double door = middle.left(ahead, walk.source().spot());
            Side side = left == door > 0 || Math.abs(door) < TO_THE_SIDE ? Side.NEAR : Side.OPPOSITE;
            return offer(kerb, stand, walk.andThen(stand, pavement.away()), side, 0);
        }
        return null;
    }

    private static Offer offer(Kerb kerb, Spot stand, Walk walk, Side side, double more) {
        return new Offer(kerb, stand, walk, side, ON_FOOT * (walk.seconds() + more));
    }
}
