package hansom.monitoring;

import hansom.contract.money.Money;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentChargedBack;
import hansom.contract.payment.PaymentEvent.PaymentRefunded;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentEvent.TipPaid;
import hansom.contract.payout.PayoutEvent;
import hansom.contract.payout.PayoutEvent.PayoutPaid;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.contract.payout.PayoutEvent.PayoutReturned;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The money that moved, in minor units by currency; every way that it can go is there from the first event in a currency on. */
final class MoneyMeters {
    private final MeterRegistry meters;
    private final Map<Currency, Map<Flow, Counter>> flows = new ConcurrentHashMap<>();

    /** A way that money goes. */
    private enum Flow {
        AUTHORISED,
        CAPTURED,
        VOIDED,
        REFUNDED,
        TIPPED,
        CHARGED_BACK,
        PAYOUT_ASKED,
        PAID_OUT,
        PAYOUT_RETURNED
    }

    MoneyMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void moved(PaymentEvent event) {
        switch (event) {
            case PaymentAuthorised authorised -> add(Flow.AUTHORISED, authorised.amount());
            case PaymentCaptured captured -> add(Flow.CAPTURED, captured.amount());
            case PaymentVoided voided -> add(Flow.VOIDED, voided.amount());
            case PaymentRefunded refunded -> add(Flow.REFUNDED, refunded.amount());
            case TipPaid tip -> add(Flow.TIPPED, tip.amount());
            case PaymentChargedBack back -> add(Flow.CHARGED_BACK, back.amount());
            default -> {}
        }
    }

    void moved(PayoutEvent event) {
        switch (event) {
            case PayoutRequested asked -> add(Flow.PAYOUT_ASKED, asked.amount());
            case PayoutPaid paid -> add(Flow.PAID_OUT, paid.amount());
            case PayoutReturned returned -> add(Flow.PAYOUT_RETURNED, returned.amount());
        }
    }

    private void add(Flow flow, Money amount) {
        Counter counter =
                flows.computeIfAbsent(amount.currency(), this::counters).get(flow);
        if (counter != null) counter.increment(amount.amountMinor());
    }

    private Map<Flow, Counter> counters(Currency currency) {
        Map<Flow, Counter> counters = new EnumMap<>(Flow.class);
        for (Flow flow : Flow.values())
            counters.put(
                    flow,
                    Counter.builder("hansom.money.minor.units")
                            .description("money that moved, in minor units of its currency")
                            .tags("flow", flow.name().toLowerCase(Locale.ROOT), "currency", currency.getCurrencyCode())
                            .register(meters));
        return counters;
    }
}
