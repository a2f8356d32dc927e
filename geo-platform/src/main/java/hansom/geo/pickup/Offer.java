package hansom.geo.pickup;

import hansom.contract.geo.PickupPoints.Side;
import hansom.geo.pickup.Plane.Spot;
import hansom.geo.pickup.Walks.Walk;
import hansom.geo.road.Kerbs.Kerb;

/** A kerb to which a walk leads, the spot at it, and what speaks against it: in seconds spent in a car. */
record Offer(Kerb kerb, Spot spot, Walk walk, Side side, double against) {
    private static final double SAME_METRES = 30;

    Offer and(double more) {
        return new Offer(kerb, spot, walk, side, against + more);
    }

    /** Nobody would tell the two apart. */
    boolean isLike(Offer other) {
        return kerb.street().equals(other.kerb.street()) && side == other.side && spot.to(other.spot) < SAME_METRES;
    }
}
