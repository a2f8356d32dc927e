package hansom.command.payment;

import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.RefundRequested;
import hansom.contract.payment.PaymentEvent.TipRequested;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.payment.PurseEvent.TopUpRequested;
import hansom.engines.work.WorkTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Notes the calls to provider and purse that payments ask for, in one transaction with having seen the event; others make them. */
@ProcessingGroup("work.payment")
class GatewayCalls {
    static final String PAYMENT = "payment";
    static final String TOP_UP = "top-up";

    private final WorkTable work;
    private final Notes notes;

    GatewayCalls(WorkTable work, Notes notes) {
        this.work = work;
        this.notes = notes;
    }

    /** Cash and nothing are reserved on the spot. */
    @EventHandler
    void on(AuthorisationRequested asked) {
        if (!Hold.settledAtOnce(asked.method(), asked.amount()))
            note(asked.callId().value(), asked);
    }

    @EventHandler
    void on(CaptureRequested asked) {
        note(asked.callId().value(), asked);
    }

    @EventHandler
    void on(VoidRequested asked) {
        note(asked.callId().value(), asked);
    }

    /** What was paid in cash is handed back by hand. */
    @EventHandler
    void on(RefundRequested asked) {
        if (!(asked.method() instanceof PaymentMethod.Cash)) note(asked.callId().value(), asked);
    }

    @EventHandler
    void on(TipRequested asked) {
        note(asked.callId().value(), asked);
    }

    @EventHandler
    void on(TopUpRequested asked) {
        work.note(TOP_UP, asked.callId().value(), notes.write(asked));
    }

    private void note(String call, PaymentEvent asked) {
        work.note(PAYMENT, call, notes.write(asked));
    }
}
