package hansom.command.payment;

import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.CaptureRequested;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentEvent.VoidRequested;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderId;
import java.time.Instant;
import java.util.Currency;

/** The people, cards and sentences that tests of payments are told with. */
final class PaymentStory {
    static final String UUID = "019a0000-0000-7000-8000-000000000000";
    static final RiderId ANNA = new RiderId("rid_" + UUID);
    static final PaymentId PAYMENT = PaymentId.of(new OrderId("ord_" + UUID));
    static final PaymentMethod VISA = card("tok_visa");
    static final PaymentMethod OTHER = card("tok_mastercard");
    static final PaymentMethod CASH = new PaymentMethod.Cash();
    static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

    private PaymentStory() {}

    static PaymentMethod.Card card(String token) {
        return new PaymentMethod.Card(new CardId("crd_" + UUID), token, "visa", "4242");
    }

    static Money eur(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }

    static CallId call(String purpose, int number) {
        return CallId.of(PAYMENT, purpose, number);
    }

    static PaymentEvent requested(int number, PaymentMethod method, long amount) {
        return new AuthorisationRequested(PAYMENT, ANNA, call("authorise", number), method, eur(amount), NOW);
    }

    static PaymentEvent authorised(int number, PaymentMethod method, String ref, long amount, long all) {
        return new PaymentAuthorised(PAYMENT, ANNA, call("authorise", number), method, ref, eur(amount), eur(all), NOW);
    }

    static PaymentEvent declined(int number, PaymentMethod method, long amount, String why) {
        return new AuthorisationDeclined(PAYMENT, ANNA, call("authorise", number), method, eur(amount), why, NOW);
    }

    static PaymentEvent capturing(int number, PaymentMethod method, String ref, long amount) {
        return new CaptureRequested(PAYMENT, ANNA, call("capture", number), method, ref, eur(amount), NOW);
    }

    static PaymentEvent captured(int number, PaymentMethod method, long amount) {
        return new PaymentCaptured(PAYMENT, ANNA, call("capture", number), method, eur(amount), NOW);
    }

    static PaymentEvent voiding(int number, PaymentMethod method, String ref, long amount) {
        return new VoidRequested(PAYMENT, ANNA, call("void", number), method, ref, eur(amount), NOW);
    }

    static PaymentEvent voided(int number, PaymentMethod method, long amount) {
        return new PaymentVoided(PAYMENT, ANNA, call("void", number), method, eur(amount), NOW);
    }

    /** A payment of ten euros that was taken. */
    static Object[] paid() {
        return new Object[] {
            requested(1, VISA, 1000),
            authorised(1, VISA, "ref-1", 1000, 1000),
            capturing(1, VISA, "ref-1", 1000),
            captured(1, VISA, 1000)
        };
    }
}
