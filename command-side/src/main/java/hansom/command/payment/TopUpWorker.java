package hansom.command.payment;

import hansom.command.gateway.Answer;
import hansom.command.gateway.PaymentGateway;
import hansom.contract.payment.PurseCommand.RecordTopUp;
import hansom.contract.payment.PurseCommand.RecordTopUpFailure;
import hansom.engines.work.Work;
import hansom.engines.work.Worker;

/** Charges the cards that purses are topped up from. */
final class TopUpWorker implements Worker {
    private final PaymentGateway provider;
    private final Reports reports;
    private final Notes notes;

    TopUpWorker(PaymentGateway provider, Reports reports, Notes notes) {
        this.provider = provider;
        this.reports = reports;
        this.notes = notes;
    }

    @Override
    public String kind() {
        return GatewayCalls.TOP_UP;
    }

    @Override
    public Outcome perform(Work work) {
        var asked = notes.topUp(work.content());
        return switch (provider.charge(asked.callId(), asked.card().providerToken(), asked.amount())) {
            case Answer.Approved _ -> reports.report(new RecordTopUp(asked.purseId(), asked.callId()));
            case Answer.Declined declined ->
                reports.report(new RecordTopUpFailure(asked.purseId(), asked.callId(), declined.why()));
            case Answer.ConfirmationNeeded _ ->
                reports.report(new RecordTopUpFailure(asked.purseId(), asked.callId(), "authentication_required"));
            case Answer.Unknown unknown -> Reports.again(work.attempts(), unknown.why());
        };
    }
}
