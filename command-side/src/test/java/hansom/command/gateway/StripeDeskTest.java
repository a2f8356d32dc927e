package hansom.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.net.Webhook;
import hansom.command.refusal.RefusedException;
import hansom.contract.money.Money;
import hansom.contract.payment.ProviderCommand.HearProvider;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripeDeskTest {
    private static final String SECRET = "whsec_test";

    private final List<Notice> notices = new ArrayList<>();
    private final StripeDesk desk = new StripeDesk(SECRET, notices::add);

    @Test
    void hearsThatAHoldersBankTookMoneyBack() throws Exception {
        desk.handle(signed(event("charge.dispute.funds_withdrawn"), SECRET));
        assertThat(notices)
                .containsExactly(
                        new Notice("evt_1", "pi_1", new Money(1250, Currency.getInstance("EUR")), "fraudulent"));
    }

    @Test
    void hearsItAlsoInAnotherVersionsWords() throws Exception {
        desk.handle(signed(event("charge.dispute.funds_withdrawn").replace(Stripe.API_VERSION, "2019-02-11"), SECRET));
        assertThat(notices).hasSize(1);
    }

    @Test
    void passesOverWhatItsOwnCallsTellAnyway() throws Exception {
        desk.handle(signed(event("charge.dispute.created"), SECRET));
        assertThat(notices).isEmpty();
    }

    @Test
    void refusesWhatStripeDidNotSign() {
        assertThatThrownBy(() -> desk.handle(signed(event("charge.dispute.funds_withdrawn"), "whsec_other")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk.handle(new HearProvider("t=1,v1=00", "{}")))
                .isInstanceOf(RefusedException.class);
        assertThat(notices).isEmpty();
    }

    private static HearProvider signed(String body, String secret) throws Exception {
        var now = System.currentTimeMillis() / 1000;
        var mark = Webhook.Util.computeHmacSha256(secret, now + "." + body);
        return new HearProvider("t=%d,v1=%s".formatted(now, mark), body);
    }

    private static String event(String type) {
        return """
                {"id":"evt_1","object":"event","api_version":"%s","type":"%s","data":{"object":
                {"id":"dp_1","object":"dispute","amount":1250,"currency":"eur","payment_intent":"pi_1",
                "reason":"fraudulent"}}}""".formatted(Stripe.API_VERSION, type);
    }
}
