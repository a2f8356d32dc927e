package hansom.saga.booking;

import hansom.contract.fare.Quote;
import hansom.contract.order.OpenOrders;
import hansom.contract.refusal.Refusal;
import hansom.contract.rider.RiderClass;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a round knows before the view does: offers shown a moment ago, and those that their shift will not be shown again. How many may be
 * asked at once follows from the rider's class: a premium rider's order goes to the best driver first, others to several.
 */
final class OfferMemory {
    private static final Logger LOG = LoggerFactory.getLogger(OfferMemory.class);
    private static final Duration VIEW_LAG = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_A_NO = Duration.ofSeconds(3);

    private final int askedAtOnce;
    private final InstantSource realTime;
    private final Map<OfferId, Instant> shown = new ConcurrentHashMap<>();
    private final Map<OfferId, Instant> refused = new ConcurrentHashMap<>();

    OfferMemory(int askedAtOnce, InstantSource realTime) {
        this.askedAtOnce = askedAtOnce;
        this.realTime = realTime;
    }

    /** Forgets orders that are open no longer, and what was kept for its time. */
    void keepOnly(List<OpenOrders.Open> open) {
        var now = realTime.instant();
        shown.values().removeIf(now::isAfter);
        refused.values().removeIf(now::isAfter);
        var orders = new HashSet<>(open.stream().map(OpenOrders.Open::orderId).toList());
        refused.keySet().removeIf(offer -> !orders.contains(offer.order()));
    }

    /** To how many more drivers the order may be shown now. */
    int room(OpenOrders.Open open) {
        return Math.max(0, limit(open.quote()) - asked(open).size());
    }

    /** Shifts that must not be offered the order now. */
    Set<ShiftId> notTo(OpenOrders.Open open) {
        var shifts = asked(open);
        shifts.addAll(open.notTo());
        refused.keySet().stream()
                .filter(offer -> isOf(offer, open))
                .map(OfferId::shift)
                .forEach(shifts::add);
        return shifts;
    }

    void shown(OfferId offer) {
        shown.put(offer, realTime.instant().plus(VIEW_LAG));
    }

    void failed(OfferId offer, Throwable failure) {
        var refusal = Commands.refusal(failure);
        if (refusal.isEmpty()) LOG.warn("{} could not be shown", offer, failure);
        refused.put(
                offer,
                refusal.map(this::until).orElseGet(() -> realTime.instant().plus(PAUSE_AFTER_A_NO)));
    }

    /** An offer answered before stays answered; other reasons pass, so the driver is asked again in a moment. */
    private Instant until(Refusal refusal) {
        return switch (refusal.code()) {
            case OFFER_ALREADY_DECLINED, OFFER_EXPIRED, OFFER_WITHDRAWN -> Instant.MAX;
            default -> realTime.instant().plus(PAUSE_AFTER_A_NO);
        };
    }

    private Set<ShiftId> asked(OpenOrders.Open open) {
        var shifts = new HashSet<>(open.asked());
        shown.keySet().stream()
                .filter(offer -> isOf(offer, open) && !open.notTo().contains(offer.shift()))
                .map(OfferId::shift)
                .forEach(shifts::add);
        return shifts;
    }

    private static boolean isOf(OfferId offer, OpenOrders.Open open) {
        return offer.equals(OfferId.of(offer.shift(), open.orderId(), open.search()));
    }

    private int limit(Quote quote) {
        return quote.riderClass() == RiderClass.PREMIUM ? 1 : askedAtOnce;
    }
}
