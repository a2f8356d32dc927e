package hansom.query.audit;

import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.audit.Story.Line;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentId;
import hansom.contract.rating.RatingId;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.OfferWithdrawn;
import hansom.contract.shift.ShiftEvent.ShiftReleased;
import hansom.contract.shift.ShiftId;
import hansom.engines.axon.EventPlaces;
import hansom.query.order.OfferStore;
import hansom.query.order.OrderFold;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells an order's story as of any instant from the stored events alone: its own, those of its payment and rating, and what the shifts it was
 * shown to said of it. No view is asked, but for which shifts these were.
 */
@Component
class TimeMachine {
    private final EventStore events;
    private final EventPlaces places;
    private final OfferStore offers;

    TimeMachine(EventStore events, EventPlaces places, OfferStore offers) {
        this.events = events;
        this.places = places;
        this.offers = offers;
    }

    @QueryHandler
    Story handle(TellStory asked) {
        OrderId order = asked.orderId();
        Instant until = asked.at() == null ? Instant.MAX : asked.at();
        List<DomainEventMessage<?>> own = read(order.value(), until);
        if (own.isEmpty())
            throw new QueryExecutionException(
                    "nothing had happened by then", null, new Refusal(RefusalCode.ORDER_UNKNOWN));
        List<DomainEventMessage<?>> all = Stream.of(
                        own.stream(),
                        read(PaymentId.of(order).value(), until).stream(),
                        read(RatingId.of(order).value(), until).stream(),
                        offers.shifts(order).stream().flatMap(shift -> ofShift(shift, order, until)))
                .flatMap(stream -> stream)
                .toList();
        Map<String, Long> positions =
                places.of(all.stream().map(DomainEventMessage::getIdentifier).toList());
        return new Story(
                folded(own),
                all.stream()
                        .map(event -> line(event, positions))
                        .sorted(Comparator.comparingLong(Line::position).thenComparing(Line::at))
                        .toList());
    }

    private static OrderView folded(List<DomainEventMessage<?>> own) {
        @Nullable OrderView view = null;
        for (DomainEventMessage<?> event : own)
            view = OrderFold.after(view, (OrderEvent) event.getPayload(), event.getSequenceNumber());
        return Objects.requireNonNull(view);
    }

    /** Reads a stream from its first event, past any snapshot. */
    private List<DomainEventMessage<?>> read(String stream, Instant until) {
        return events.readEvents(stream, 0)
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .filter(event -> !event.getTimestamp().isAfter(until))
                .toList();
    }

    private Stream<DomainEventMessage<?>> ofShift(ShiftId shift, OrderId order, Instant until) {
        return read(shift.value(), until).stream().filter(event -> order.equals(about(event.getPayload())));
    }

    private static @Nullable OrderId about(Object event) {
        return switch (event) {
            case OfferShown shown -> shown.orderId();
            case OfferAccepted accepted -> accepted.orderId();
            case OfferDeclined declined -> declined.orderId();
            case OfferLapsed lapsed -> lapsed.orderId();
            case OfferWithdrawn withdrawn -> withdrawn.orderId();
            case ShiftReleased released -> released.orderId();
            default -> null;
        };
    }

    private static Line line(DomainEventMessage<?> event, Map<String, Long> positions) {
        return new Line(
                event.getIdentifier(),
                Objects.requireNonNullElse(positions.get(event.getIdentifier()), -1L),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                (String) event.getMetaData().get("actor"),
                Facts.of(event.getPayload()));
    }
}
