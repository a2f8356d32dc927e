package hansom.geo.pickup;

import hansom.contract.geo.PickupPoints.Source;
import hansom.geo.pickup.Houses.Called;
import hansom.geo.pickup.Plane.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody starts to walk: at one of some doors, along the outline of a house, or just where he is; {@code called} is the house. */
record Origin(Source source, List<Start> starts, Called called) {
    static final Called NOTHING = new Called("", "", "", "");

    Origin {
        starts = List.copyOf(starts);
    }

    /** One of the places; {@code seconds} count as if they were walked. */
    record Start(Spot spot, @Nullable Door door, double seconds) {}
}
