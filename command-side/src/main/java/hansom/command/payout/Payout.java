package hansom.command.payout;

import hansom.command.Decides;
import hansom.command.refusal.RefusedException;
import hansom.contract.payment.CallId;
import hansom.contract.payout.PayoutCommand.RecordPayoutPaid;
import hansom.contract.payout.PayoutCommand.RecordPayoutReturned;
import hansom.contract.payout.PayoutCommand.RequestPayout;
import hansom.contract.payout.PayoutEvent;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import hansom.contract.payout.PayoutId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What is sent to one payee for one day, until the bank has paid it or sent it back; what is asked first stands, so that no day is paid twice. */
@Aggregate
class Payout {
    @AggregateIdentifier
    private @Nullable PayoutId id;

    private State state = new State.Unasked();

    /** Where the money is. */
    sealed interface State {
        record Unasked() implements State {}

        record Sent(PayoutRequested asked) implements State {}

        record Paid(PayoutRequested asked) implements State {}

        record Returned(PayoutRequested asked) implements State {}
    }

    @Decides
    void handle(RequestPayout request, Clock clock) {
        if (!request.amount().isPositive()) throw new RefusedException(RefusalCode.AMOUNT_INVALID);
        switch (state) {
            case State.Unasked _ ->
                AggregateLifecycle.apply(new PayoutRequested(
                        request.payoutId(),
                        request.payee(),
                        request.day(),
                        CallId.of(request.payoutId(), "payout", 1),
                        request.amount(),
                        request.bankToken(),
                        request.upToEvent(),
                        clock.instant()));
            case State.Sent(var asked) -> checkSame(request, asked);
            case State.Paid(var asked) -> checkSame(request, asked);
            case State.Returned(var asked) -> checkSame(request, asked);
        }
    }

    private static void checkSame(RequestPayout request, PayoutRequested asked) {
        if (!request.amount().equals(asked.amount()) || !request.payee().equals(asked.payee()))
            throw new RefusedException(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Decides
    void handle(RecordPayoutPaid record, Clock clock) {
        switch (state) {
            case State.Sent(var asked)
            when asked.callId().equals(record.callId()) ->
                AggregateLifecycle.apply(new PayoutPaid(
                        asked.payoutId(), asked.payee(), asked.amount(), record.bankRef(), clock.instant()));
            case State.Paid(var asked) when asked.callId().equals(record.callId()) -> {} // told twice
            case State.Unasked _, State.Sent _, State.Paid _, State.Returned _ ->
                throw new RefusedException(RefusalCode.PAYOUT_UNKNOWN);
        }
    }

    @Decides
    void handle(RecordPayoutReturned record, Clock clock) {
        switch (state) {
            case State.Sent(var asked)
            when asked.callId().equals(record.callId()) ->
                AggregateLifecycle.apply(new PayoutReturned(
                        asked.payoutId(), asked.payee(), asked.amount(), record.why(), clock.instant()));
            case State.Returned(var asked) when asked.callId().equals(record.callId()) -> {} // told twice
            case State.Unasked _, State.Sent _, State.Paid _, State.Returned _ ->
                throw new RefusedException(RefusalCode.PAYOUT_UNKNOWN);
        }
    }

    @EventSourcingHandler
    void on(PayoutEvent event) {
        id = event.payoutId();
        state = switch (event) {
            case PayoutRequested asked -> new State.Sent(asked);
            case PayoutPaid _ -> new State.Paid(asked());
            case PayoutReturned _ -> new State.Returned(asked());
        };
    }

    private PayoutRequested asked() {
        return switch (state) {
            case State.Sent(var asked) -> asked;
            case State.Unasked _, State.Paid _, State.Returned _ ->
                throw new IllegalStateException("answered before it was asked: " + id);
        };
    }
}
