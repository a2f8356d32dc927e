package hansom.command.gateway;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.ProviderCommand.HearProvider;
import hansom.contract.refusal.RefusalCode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;

/** Where Stripe's webhooks arrive: signed by Stripe or refused; only disputes say what the calls do not already tell. */
final class StripeDesk {
    private final String secret;
    private final Consumer<Notice> notices;

    StripeDesk(String secret, Consumer<Notice> notices) {
        this.secret = secret;
        this.notices = notices;
    }

    @CommandHandler
    void handle(HearProvider heard) {
        var event = verified(heard);
        if (!event.getType().equals("charge.dispute.funds_withdrawn")) return;
        if (dispute(event) instanceof Dispute dispute && dispute.getPaymentIntent() != null)
            notices.accept(notice(event, dispute));
    }

    /** Read also when Stripe writes by another version of its interface than ours. */
    private static StripeObject dispute(Event event) {
        try {
            return event.getDataObjectDeserializer().deserializeUnsafe();
        } catch (EventDataObjectDeserializationException unreadable) {
            throw new RefusedException(RefusalCode.MALFORMED_BODY);
        }
    }

    private Event verified(HearProvider heard) {
        try {
            return Webhook.constructEvent(heard.body(), heard.signature(), secret);
        } catch (SignatureVerificationException forged) {
            throw new RefusedException(RefusalCode.FORBIDDEN);
        }
    }

    private static Notice notice(Event event, Dispute dispute) {
        var currency = Currency.getInstance(dispute.getCurrency().toUpperCase(Locale.ROOT));
        return new Notice(
                event.getId(),
                dispute.getPaymentIntent(),
                new Money(dispute.getAmount(), currency),
                Objects.requireNonNullElse(dispute.getReason(), "general"));
    }
}
