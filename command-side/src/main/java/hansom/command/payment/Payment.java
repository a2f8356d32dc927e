package hansom.command.payment;

import hansom.command.Decides;
import hansom.contract.payment.PaymentCommand;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RecordAuthorisation;
import hansom.contract.payment.PaymentCommand.RecordCapture;
import hansom.contract.payment.PaymentCommand.RecordChargeback;
import hansom.contract.payment.PaymentCommand.RecordConfirmationNeeded;
import hansom.contract.payment.PaymentCommand.RecordDecline;
import hansom.contract.payment.PaymentCommand.RecordFailure;
import hansom.contract.payment.PaymentCommand.RecordRefund;
import hansom.contract.payment.PaymentCommand.RecordTip;
import hansom.contract.payment.PaymentCommand.RecordVoid;
import hansom.contract.payment.PaymentCommand.RefundPayment;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentCommand.TipDriver;
import hansom.contract.payment.PaymentCommand.VoidPayment;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentId;
import java.time.Clock;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The money of one order: reserved when it is placed, taken or given back when it is over, and what may follow. It decides only; the calls
 * it asks for are made elsewhere and come back as Record… commands.
 */
@Aggregate(cache = "aggregateCache")
class Payment {
    @AggregateIdentifier
    private @Nullable PaymentId id;

    private State state = new State.Unasked();

    @Decides
    void handle(RequestAuthorisation request, Clock clock) {
        decide(request, clock, draft -> Reservations.request(draft, request));
    }

    @Decides
    void handle(RecordAuthorisation record, Clock clock) {
        decide(record, clock, draft -> Reservations.record(draft, record));
    }

    @Decides
    void handle(RecordDecline record, Clock clock) {
        decide(record, clock, draft -> Reservations.record(draft, record));
    }

    @Decides
    void handle(RecordConfirmationNeeded record, Clock clock) {
        decide(record, clock, draft -> Reservations.record(draft, record));
    }

    @Decides
    void handle(CapturePayment capture, Clock clock) {
        decide(capture, clock, draft -> Captures.capture(draft, capture));
    }

    @Decides
    void handle(RecordCapture record, Clock clock) {
        decide(record, clock, draft -> Captures.record(draft, record));
    }

    @Decides
    void handle(VoidPayment giveBack, Clock clock) {
        decide(giveBack, clock, draft -> Captures.giveBack(draft));
    }

    @Decides
    void handle(RecordVoid record, Clock clock) {
        decide(record, clock, draft -> Captures.record(draft, record));
    }

    @Decides
    void handle(RefundPayment refund, Clock clock) {
        decide(refund, clock, draft -> Afterwards.refund(draft, refund));
    }

    @Decides
    void handle(RecordRefund record, Clock clock) {
        decide(record, clock, draft -> Afterwards.record(draft, record));
    }

    @Decides
    void handle(TipDriver tip, Clock clock) {
        decide(tip, clock, draft -> Afterwards.tip(draft, tip));
    }

    @Decides
    void handle(RecordTip record, Clock clock) {
        decide(record, clock, draft -> Afterwards.record(draft, record));
    }

    @Decides
    void handle(RecordFailure record, Clock clock) {
        decide(record, clock, draft -> Afterwards.record(draft, record));
    }

    @Decides
    void handle(RecordChargeback record, Clock clock) {
        decide(record, clock, draft -> Afterwards.record(draft, record));
    }

    private void decide(PaymentCommand command, Clock clock, Consumer<Draft> rule) {
        var draft = new Draft(state, command.paymentId(), clock.instant());
        rule.accept(draft);
        draft.events().forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        id = event.paymentId();
        state = state.after(event);
    }
}
