package hansom.command.payment;

import hansom.command.gateway.Answer;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.RefundRequested;
import hansom.contract.payment.PaymentEvent.TipRequested;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PurseCommand.ReleaseToPurse;
import hansom.contract.payment.PurseCommand.ReserveFromPurse;
import hansom.contract.payment.PurseCommand.ReturnToPurse;
import hansom.contract.payment.PurseCommand.TakeFromPurse;
import hansom.contract.payment.PurseId;

/** Asks a purse what is otherwise asked of the provider; a reservation's name there is the call that made it. */
final class PurseCalls {
    private final Reports reports;

    PurseCalls(Reports reports) {
        this.reports = reports;
    }

    Answer authorise(PurseId purse, AuthorisationRequested call) {
        return answer(
                new ReserveFromPurse(purse, call.riderId(), call.callId(), call.amount()),
                call.callId().value());
    }

    Answer capture(PurseId purse, CaptureRequested call) {
        var reservation = new CallId(call.providerRef());
        return answer(new TakeFromPurse(purse, reservation, call.callId(), call.amount()), call.providerRef());
    }

    Answer release(PurseId purse, VoidRequested call) {
        return answer(new ReleaseToPurse(purse, new CallId(call.providerRef())), call.providerRef());
    }

    Answer refund(PurseId purse, RefundRequested call) {
        return answer(new ReturnToPurse(purse, call.callId(), call.amount()), call.providerRef());
    }

    Answer tip(PurseId purse, TipRequested call) {
        var reserved = answer(
                new ReserveFromPurse(purse, call.riderId(), call.callId(), call.amount()),
                call.callId().value());
        return reserved instanceof Answer.Approved
                ? answer(
                        new TakeFromPurse(purse, call.callId(), call.callId(), call.amount()),
                        call.callId().value())
                : reserved;
    }

    private Answer answer(Object command, String ref) {
        return reports.send(command)
                .<Answer>map(refusal -> new Answer.Declined(refusal.code().wire()))
                .orElseGet(() -> new Answer.Approved(ref));
    }
}
