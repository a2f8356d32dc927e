package hansom.query.ledger;

import hansom.contract.driver.DriverEvent.BankAccountNamed;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.Posting;
import hansom.contract.order.OrderEvent;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payment.PurseEvent;
import hansom.contract.payout.PayoutEvent;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Adds what each event posts to the book, one event after the other, each once. */
@Component
@ProcessingGroup("query.ledger")
class LedgerProjection {
    private final LedgerStore book;

    LedgerProjection(LedgerStore book) {
        this.book = book;
    }

    @EventHandler
    void on(OrderEvent event, EventMessage<?> message) {
        post(event, event.orderId().value(), message);
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message) {
        String order = event.orderId().value();
        if (event instanceof TipPaid tip) add(tip, order, Postings.ofTip(tip, earner(order)), message);
        else post(event, order, message);
    }

    /** A tip does not name whom it is for; the book does, for it follows what was earned on the order. */
    private String earner(String order) {
        return book.earner(order).orElseThrow(() -> new IllegalStateException("nobody earned on " + order));
    }

    @EventHandler
    void on(PurseEvent event, EventMessage<?> message) {
        post(event, event.purseId().value(), message);
    }

    @EventHandler
    void on(PayoutEvent event, EventMessage<?> message) {
        post(event, event.payoutId().value(), message);
    }

    @EventHandler
    void on(BankAccountNamed named) {
        book.saveBankAccount(named.driverId().value(), named.bankToken());
    }

    private void post(Object event, String subject, EventMessage<?> message) {
        add(event, subject, Postings.of(event), message);
    }

    private void add(Object event, String subject, List<Posting> postings, EventMessage<?> message) {
        if (postings.isEmpty()) return;
        book.add(new LedgerEntry(
                message.getIdentifier(),
                position(message),
                event.getClass().getSimpleName(),
                subject,
                message.getTimestamp(),
                postings));
    }

    /** The event's place in the store; one that was parked comes without it and takes its place where the book stands now. */
    private long position(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked)
            return tracked.trackingToken().position().orElseGet(book::head);
        return book.head();
    }
}
