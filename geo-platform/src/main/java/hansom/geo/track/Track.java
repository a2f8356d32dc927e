package hansom.geo.track;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking.Basis;
import hansom.contract.order.OrderId;
import hansom.geo.track.Recording.Spot;
import java.util.List;

/** The track of a trip as it is kept: the line along roads that is billed, and what the phone recorded. */
record Track(OrderId orderId, Basis basis, Distance distance, Distance filled, String polyline, List<Spot> recorded) {
    Track {
        recorded = List.copyOf(recorded);
    }
}
