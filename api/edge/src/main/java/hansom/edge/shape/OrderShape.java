package hansom.edge.shape;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Tracking;
import hansom.contract.order.AssignedDriver;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.Guest;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An order as one of the people in it sees it: the boarding code and the card are the rider's alone. */
@Schema(name = "Order")
public record OrderShape(
        @Schema(example = "ord_01935d2a-0000-7000-8000-000000000000")
        String orderId,

        String riderId,
        OrderStatus status,

        @Schema(description = "Why it ended without a ride.") @Nullable
        CancelReason reason,

        ProductClass productClass,
        WaypointShape pickup,
        List<WaypointShape> stops,
        WaypointShape dropOff,
        Set<Wish> wishes,

        @Schema(description = "For an order placed for later.") @Nullable
        Instant pickupAt,

        RouteShape route,
        FareShape quotedFare,

        @Schema(description = "The final fare is never more without the rider's consent.")
        MoneyShape most,

        @Schema(description = "The final fare, or what cancelling costs.") @Nullable
        FareShape fare,

        MethodShape paymentMethod,
        @Nullable GuestShape guest,

        @Schema(description = "Told to the driver at the car; only the rider sees it.", example = "4711") @Nullable
        String boardingCode,

        @Schema(description = "Which search for a driver this is, from 1.")
        int search,

        @Nullable Assigned driver,
        int stopsReached,
        @Nullable Driven driven,
        @Nullable PaymentAsked paymentAsked,

        @Schema(description = "Why the last driver gave the order back.") @Nullable
        GiveUpReason driverLost,

        Instant placedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant freeWaitingUntil,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant overAt,

        @Schema(description = "With a rider's own order, where its money is.") @Nullable
        PaymentShape payment,

        long version) {

    public OrderShape {
        stops = List.copyOf(stops);
        wishes = new TreeSet<>(wishes);
    }

    /** Somebody else for whom it was ordered. */
    @Schema(name = "Guest")
    public record GuestShape(
            @Nullable String name, @Nullable String phone) {}

    /** Who drives, and how soon he said he would be there. */
    @Schema(name = "AssignedDriver")
    public record Assigned(DriverShape person, long pickupSeconds, Instant acceptedAt) {}

    /** What was driven, matched to roads. */
    @Schema(name = "Driven")
    public record Driven(
            long distanceMetres, long filledMetres, long durationSeconds, Tracking.Basis basis, String sha256) {}

    /** The rider is asked to pay otherwise. */
    @Schema(name = "PaymentAsked")
    public record PaymentAsked(
            @Nullable String why, @Nullable Instant until) {}

    public static OrderShape of(OrderView order, String viewer, PersonalTexts texts) {
        return of(order, viewer, texts, null);
    }

    public static OrderShape of(OrderView order, String viewer, PersonalTexts texts, @Nullable PaymentShape payment) {
        boolean own = order.riderId().value().equals(viewer);
        Quote quote = order.quote();
        return new OrderShape(
                order.orderId().value(),
                order.riderId().value(),
                order.status(),
                order.reason(),
                quote.productClass(),
                WaypointShape.of(quote.pickup(), texts),
                quote.stops().stream()
                        .map(stop -> WaypointShape.of(stop, texts))
                        .toList(),
                WaypointShape.of(quote.dropOff(), texts),
                quote.wishes(),
                quote.pickupAt(),
                RouteShape.of(quote.route()),
                FareShape.of(quote.fare()),
                MoneyShape.of(quote.most()),
                FareShape.ofAny(order.fare()),
                MethodShape.of(order.method(), own),
                guest(order.guest(), own, texts),
                own ? order.boardingCode() : null,
                order.search(),
                assigned(order.driver(), texts),
                order.stopsReached(),
                driven(order.tracking()),
                asked(order),
                order.driverLost(),
                order.placedAt(),
                order.acceptedAt(),
                order.arrivedAt(),
                order.freeWaitingUntil(),
                order.startedAt(),
                order.endedAt(),
                order.overAt(),
                payment,
                order.version());
    }

    private static @Nullable GuestShape guest(@Nullable Guest guest, boolean own, PersonalTexts texts) {
        return guest == null ? null : new GuestShape(texts.open(guest.name()), own ? texts.open(guest.phone()) : null);
    }

    private static @Nullable Assigned assigned(@Nullable AssignedDriver driver, PersonalTexts texts) {
        return driver == null
                ? null
                : new Assigned(
                        DriverShape.of(driver.driver(), texts),
                        driver.pickupTime().toSeconds(),
                        driver.acceptedAt());
    }

    private static @Nullable Driven driven(@Nullable Tracking tracking) {
        return tracking == null
                ? null
                : new Driven(
                        tracking.distance().metres(),
                        tracking.filled().metres(),
                        tracking.time().toSeconds(),
                        tracking.basis(),
                        tracking.sha256());
    }

    private static @Nullable PaymentAsked asked(OrderView order) {
        return order.paymentAskedUntil() == null
                ? null
                : new PaymentAsked(order.paymentAskedWhy(), order.paymentAskedUntil());
    }
}
