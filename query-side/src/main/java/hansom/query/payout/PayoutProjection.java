package hansom.query.payout;

import hansom.contract.feed.FeedNews.PayoutChanged;
import hansom.contract.payout.PayoutEvent;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutPage;
import hansom.contract.payout.PayoutQuery.FindPayout;
import hansom.contract.payout.PayoutQuery.ListPayoutsOf;
import hansom.contract.payout.PayoutView;
import hansom.query.feed.Feeds;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each payout's row, tells its payee, and answers for it. */
@Component
@ProcessingGroup("query.payout")
class PayoutProjection {
    private static final int MOST = 100;

    private final ViewTable<PayoutView> payouts;
    private final Feeds feeds;

    PayoutProjection(Views views, Feeds feeds) {
        this.payouts = views.table(
                "payouts",
                PayoutView.class,
                payout -> Map.of(
                        "payee", payout.payee().id(),
                        "requested_at", payout.requestedAt().toEpochMilli()));
        this.feeds = feeds;
    }

    @EventHandler
    void on(PayoutEvent event, @SequenceNumber long version, ReplayStatus replay) {
        @Nullable PayoutView before = payouts.find(event.payoutId().value()).orElse(null);
        if (before != null && before.version() >= version) return;
        PayoutView after = after(before, event, version);
        payouts.save(after.payoutId().value(), after);
        if (!replay.isReplay()) feeds.tell(List.of(after.payee().id()), new PayoutChanged(after), null, version);
    }

    private static PayoutView after(@Nullable PayoutView before, PayoutEvent event, long version) {
        return switch (event) {
            case PayoutRequested asked ->
                new PayoutView(
                        asked.payoutId(),
                        asked.payee(),
                        asked.day(),
                        asked.amount(),
                        PayoutView.Status.REQUESTED,
                        null,
                        null,
                        asked.at(),
                        null,
                        version);
            case PayoutPaid paid -> done(before, PayoutView.Status.PAID, paid.bankRef(), null, paid.at(), version);
            case PayoutReturned returned ->
                done(before, PayoutView.Status.RETURNED, null, returned.why(), returned.at(), version);
        };
    }

    private static PayoutView done(
            @Nullable PayoutView before,
            PayoutView.Status status,
            @Nullable String bankRef,
            @Nullable String why,
            Instant at,
            long version) {
        if (before == null) throw new IllegalStateException("a payout's story begins with a request");
        return new PayoutView(
                before.payoutId(),
                before.payee(),
                before.day(),
                before.amount(),
                status,
                bankRef,
                why,
                before.requestedAt(),
                at,
                version);
    }

    @QueryHandler
    Optional<PayoutView> handle(FindPayout query) {
        return payouts.find(query.payoutId().value());
    }

    @QueryHandler
    PayoutPage handle(ListPayoutsOf query) {
        Listed<PayoutView> listed = payouts.newest(
                "payouts_by_payee",
                "payee = :payee",
                Map.of("payee", query.payee()),
                "requested_at",
                Cursor.of(query.cursor()),
                Math.clamp(query.limit(), 1, MOST));
        return new PayoutPage(listed.views(), listed.next());
    }
}
