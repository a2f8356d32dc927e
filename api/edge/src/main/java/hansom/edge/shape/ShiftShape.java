package hansom.edge.shape;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftView;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A driver's shift: whether open, the offer on the screen, the order being driven. */
@Schema(name = "Shift")
public record ShiftShape(
        String shiftId,
        ShiftView.State state,
        DriverShape.@Nullable Car vehicle,
        @Nullable Offer offer,
        @Nullable String orderId,
        boolean signalLost,
        @Nullable CloseReason closed,
        @Nullable Instant since,
        long version) {

    /** An order shown to the driver, to be accepted or declined before it expires. */
    @Schema(name = "Offer")
    public record Offer(
            String offerId,
            String orderId,
            ProductClass productClass,
            WaypointShape pickup,
            List<WaypointShape> stops,
            WaypointShape dropOff,
            Set<Wish> wishes,
            long pickupDistanceMetres,
            long pickupSeconds,
            long tripDistanceMetres,
            long tripSeconds,
            @Schema(description = "What the rider pays.") MoneyShape fare,

            @Schema(description = "What of it is the driver's.")
            MoneyShape pay,

            boolean cash,
            @Nullable Instant pickupAt,
            Instant shownAt,
            Instant expiresAt) {
        public Offer {
            stops = List.copyOf(stops);
            wishes = new TreeSet<>(wishes);
        }

        public static Offer of(ShiftView.OfferView offer, PersonalTexts texts) {
            OfferTerms terms = offer.terms();
            List<WaypointShape> way = terms.waypoints().stream()
                    .map(waypoint -> WaypointShape.of(waypoint, texts))
                    .toList();
            return new Offer(
                    offer.offerId().value(),
                    offer.orderId().value(),
                    terms.productClass(),
                    way.getFirst(),
                    way.subList(1, way.size() - 1),
                    way.getLast(),
                    terms.wishes(),
                    terms.pickupDistance().metres(),
                    terms.pickupTime().toSeconds(),
                    terms.tripDistance().metres(),
                    terms.tripTime().toSeconds(),
                    MoneyShape.of(terms.fare()),
                    MoneyShape.of(terms.pay()),
                    terms.cash(),
                    terms.pickupAt(),
                    offer.shownAt(),
                    offer.expiresAt());
        }
    }

    public static ShiftShape of(ShiftView shift, PersonalTexts texts) {
        return new ShiftShape(
                shift.shiftId().value(),
                shift.state(),
                shift.driver() == null
                        ? null
                        : DriverShape.Car.of(shift.driver().vehicle(), texts),
                shift.offer() == null ? null : Offer.of(shift.offer(), texts),
                shift.orderId() == null ? null : shift.orderId().value(),
                shift.signalLost(),
                shift.closed(),
                shift.since(),
                shift.version());
    }
}
