package hansom.command.payment;

import hansom.command.gateway.Notice;
import hansom.command.gateway.PaymentGateway;
import hansom.contract.payment.PaymentCommand.RecordChargeback;
import hansom.contract.payment.PaymentId;
import hansom.contract.refusal.RefusalCode;
import hansom.engines.work.Work;
import hansom.engines.work.Worker;

/** Tells payments what the provider has told on its own. A notice that is faster than our own news of the capture waits for it. */
final class NoticeWorker implements Worker {
    private static final String OF_A_PAYMENT = "pay_";

    private final PaymentGateway provider;
    private final Reports reports;
    private final Notes notes;

    NoticeWorker(PaymentGateway provider, Reports reports, Notes notes) {
        this.provider = provider;
        this.reports = reports;
        this.notes = notes;
    }

    @Override
    public String kind() {
        return Notice.WORK;
    }

    @Override
    public Outcome perform(Work work) {
        var notice = notes.notice(work.content());
        var call = provider.callOf(notice.providerRef());
        if (call.isEmpty() || !call.get().value().startsWith(OF_A_PAYMENT))
            return new Outcome.Hopeless("no payment of ours: " + notice.providerRef());
        var payment = new PaymentId(Calls.owner(call.get()));
        var refusal = reports.send(new RecordChargeback(payment, notice.providerRef(), notice.amount(), notice.why()));
        if (refusal.isEmpty()) return new Outcome.Done();
        return refusal.get().code() == RefusalCode.NOTHING_TO_CAPTURE
                ? Reports.again(work.attempts(), "not known as taken yet")
                : new Outcome.Hopeless(refusal.get().toString());
    }
}
