package hansom.query.payment;

import hansom.contract.feed.FeedNews.PaymentChanged;
import hansom.contract.id.Uuid7;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentPage;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentQuery.ListPayments;
import hansom.contract.payment.PaymentView;
import hansom.query.feed.Feeds;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each payment's row, tells its rider, and answers for it. */
@Component
@ProcessingGroup("query.payment")
class PaymentProjection {
    private static final int MOST = 100;

    private final ViewTable<PaymentView> payments;
    private final Feeds feeds;

    PaymentProjection(Views views, Feeds feeds) {
        this.payments =
                views.table("payments", PaymentView.class, payment -> Map.of("requested_at", mintedAt(payment)));
        this.feeds = feeds;
    }

    /** A payment's place in the list never changes: that of its order, whose id begins with a time. */
    private static long mintedAt(PaymentView payment) {
        return UUID.fromString(Uuid7.bare(payment.paymentId().value())).getMostSignificantBits() >>> 16;
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long version, ReplayStatus replay) {
        @Nullable PaymentView before = payments.find(event.paymentId().value()).orElse(null);
        if (before != null && before.version() >= version) return;
        PaymentView after = PaymentFold.after(before, event, version);
        payments.save(after.paymentId().value(), after);
        if (!replay.isReplay())
            feeds.tell(List.of(after.riderId().value()), new PaymentChanged(after), after.orderId(), version);
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment query) {
        return payments.find(query.paymentId().value());
    }

    @QueryHandler
    PaymentPage handle(ListPayments query) {
        Listed<PaymentView> listed = payments.newest(
                "payments_by_time",
                "id > ''",
                Map.of(),
                "requested_at",
                Cursor.of(query.cursor()),
                Math.clamp(query.limit(), 1, MOST));
        return new PaymentPage(listed.views(), listed.next());
    }
}
