package hansom.command.payment;

import static hansom.command.payment.PaymentStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.*;
import hansom.contract.payment.PaymentEvent.*;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may follow once a payment was taken. */
class PaymentAfterwardsTest {
    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @BeforeEach
    void begin() {
        payment.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void refundsOnceAKeyAndNeverMoreThanWasTaken() {
        var call = CallId.of(PAYMENT, Calls.keyed("refund", "k1"), 1);
        var asked = new RefundRequested(PAYMENT, ANNA, call, VISA, "ref-1", eur(600), "late", "op", NOW);
        payment.given(paid()).when(refund("k1", 600)).expectEvents(asked);
        payment.given(paid()).andGiven(asked).when(refund("k1", 600)).expectNoEvents();
        refuses(payment.given(paid()).andGiven(asked).when(refund("k1", 500)), RefusalCode.IDEMPOTENCY_KEY_REUSED);
        refuses(payment.given(paid()).andGiven(asked).when(refund("k2", 401)), RefusalCode.AMOUNT_TOO_LARGE);
        payment.given(paid())
                .andGiven(asked)
                .when(new RecordRefund(PAYMENT, call, eur(600)))
                .expectEvents(new PaymentRefunded(PAYMENT, ANNA, call, VISA, eur(600), NOW));
        payment.given(paid())
                .andGiven(asked, new PaymentCallFailed(PAYMENT, ANNA, call, "no", NOW))
                .when(refund("k2", 1000))
                .expectEvents(new RefundRequested(
                        PAYMENT,
                        ANNA,
                        CallId.of(PAYMENT, Calls.keyed("refund", "k2"), 1),
                        VISA,
                        "ref-1",
                        eur(1000),
                        "late",
                        "op",
                        NOW));
    }

    @Test
    void takesOneTipAfterItWasPaid() {
        var tip = new TipRequested(PAYMENT, ANNA, call("tip", 1), VISA, eur(200), NOW);
        payment.given(paid()).when(new TipDriver(PAYMENT, ANNA, eur(200))).expectEvents(tip);
        payment.given(paid())
                .andGiven(tip)
                .when(new TipDriver(PAYMENT, ANNA, eur(200)))
                .expectNoEvents();
        refuses(
                payment.given(paid()).andGiven(tip).when(new TipDriver(PAYMENT, ANNA, eur(300))),
                RefusalCode.PAYMENT_NOT_CHANGEABLE);
        refuses(
                payment.given(requested(1, VISA, 1000)).when(new TipDriver(PAYMENT, ANNA, eur(300))),
                RefusalCode.NOTHING_TO_CAPTURE);
        refuses(
                payment.given(
                                requested(1, CASH, 1000),
                                authorised(1, CASH, "cash", 1000, 1000),
                                captured(1, CASH, 1000))
                        .when(new TipDriver(PAYMENT, ANNA, eur(300))),
                RefusalCode.PAYMENT_METHOD_UNKNOWN);
    }

    @Test
    void losesAChargebackOnceAndRefundsNoMore() {
        var charged = new PaymentChargedBack(PAYMENT, ANNA, "ref-1", eur(1000), "fraudulent", NOW);
        var record = new RecordChargeback(PAYMENT, "ref-1", eur(1000), "fraudulent");
        payment.given(paid()).when(record).expectEvents(charged);
        payment.given(paid()).andGiven(charged).when(record).expectNoEvents();
        refuses(payment.given(paid()).andGiven(charged).when(refund("k1", 1)), RefusalCode.AMOUNT_TOO_LARGE);
        refuses(payment.given(requested(1, VISA, 1000)).when(record), RefusalCode.NOTHING_TO_CAPTURE);
    }

    @Test
    void recordsACallThatFailedForGoodOnce() {
        var failed = new PaymentCallFailed(PAYMENT, ANNA, call("capture", 1), "expired", NOW);
        var record = new RecordFailure(PAYMENT, call("capture", 1), "expired");
        var taking = new Object[] {
            requested(1, VISA, 1000), authorised(1, VISA, "ref-1", 1000, 1000), capturing(1, VISA, "ref-1", 700)
        };
        payment.given(taking).when(record).expectEvents(failed);
        payment.given(taking).andGiven(failed).when(record).expectNoEvents();
        refuses(payment.given(paid()).when(record), RefusalCode.PAYMENT_NOT_CHANGEABLE);
    }

    private static RefundPayment refund(String key, long amount) {
        return new RefundPayment(PAYMENT, key, eur(amount), "late", "op");
    }

    private static void refuses(ResultValidator<Payment> result, RefusalCode code) {
        result.expectNoEvents().expectExceptionDetails(matches((Object details) -> {
            assertThat(details).isEqualTo(new Refusal(code));
            return true;
        }));
    }
}
