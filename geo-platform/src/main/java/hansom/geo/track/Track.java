package hansom.geo.track;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking.Basis;
import hansom.contract.order.OrderId;
import hansom.geo.track.Recording.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The track of a trip as it is kept: the line along roads that is billed, what the phone recorded, and where that strayed from the map's roads
 * (null in tracks of before that was looked for).
 */
record Track(
        OrderId orderId,
        Basis basis,
        Distance distance,
        Distance filled,
        String polyline,
        List<Spot> recorded,
        @Nullable List<Stray> strays) {
    Track {
        recorded = List.copyOf(recorded);
        strays = strays == null ? null : List.copyOf(strays);
    }
}
