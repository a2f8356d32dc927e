package hansom.command.payment;

import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that one command leads to, as they are being decided, each seeing what those before it have changed. */
final class Draft {
    private final List<PaymentEvent> events = new ArrayList<>();
    private final PaymentId paymentId;
    private final Instant at;
    private State state;

    Draft(State state, PaymentId paymentId, Instant at) {
        this.state = state;
        this.paymentId = paymentId;
        this.at = at;
    }

    State state() {
        return state;
    }

    Instant at() {
        return at;
    }

    List<PaymentEvent> events() {
        return List.copyOf(events);
    }

    void add(PaymentEvent event) {
        state = state.after(event);
        events.add(event);
    }

    /** What is known of the payment; refused when nothing was ever asked. */
    Till till() {
        return switch (state) {
            case State.Unasked _ -> throw new RefusedException(RefusalCode.PAYMENT_UNKNOWN);
            case State.Reserving reserving -> reserving.till();
            case State.Taking taking -> taking.till();
        };
    }

    /** Reserves so much more: by asking for it, or on the spot. */
    void ask(RiderId rider, PaymentMethod method, Money amount) {
        var number = state instanceof State.Unasked ? 1 : till().holds().size() + 1;
        var call = CallId.of(paymentId, Calls.AUTHORISE, number);
        add(new AuthorisationRequested(paymentId, rider, call, method, amount, at));
        if (!Hold.settledAtOnce(method, amount)) return;
        var all = till().held().plus(amount);
        add(new PaymentAuthorised(paymentId, rider, call, method, call.value(), amount, all, at));
        if (state instanceof State.Taking) take(number, amount);
    }

    /** Takes part of a reservation; the rest of it is given back when that is done. */
    void take(int number, Money part) {
        var hold = till().hold(number);
        var call = till().call(Calls.CAPTURE, number);
        if (hold.isSettledAtOnce()) captured(hold, call, part);
        else add(new CaptureRequested(paymentId, till().riderId(), call, hold.method(), hold.providerRef(), part, at));
    }

    void captured(Hold hold, CallId call, Money part) {
        add(new PaymentCaptured(paymentId, till().riderId(), call, hold.method(), part, at));
        var rest = hold.amount().minus(part);
        if (rest.isPositive()) voided(hold, rest);
    }

    void giveBack(Hold hold) {
        var call = till().call(Calls.VOID, hold.number());
        if (hold.isSettledAtOnce()) voided(hold, hold.amount());
        else
            add(new VoidRequested(
                    paymentId, till().riderId(), call, hold.method(), hold.providerRef(), hold.amount(), at));
    }

    void voided(Hold hold, Money amount) {
        var call = till().call(Calls.VOID, hold.number());
        add(new PaymentVoided(paymentId, till().riderId(), call, hold.method(), amount, at));
    }
}
