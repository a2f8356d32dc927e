package hansom.command.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripeGatewayTest extends PaymentGatewayContract {
    private static final int PATIENCE_MILLIS = 1_500;

    private final StripeStand stand = new StripeStand();
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(stand));
    private StripeGateway stripe;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(stand.getName())));
        stripe = new StripeGateway(
                StripeConfiguration.client("sk_test_key", server.baseUrl(), PATIENCE_MILLIS),
                "https://hansom.example/");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    PaymentGateway provider() {
        return stripe;
    }

    @Override
    String card(Behaviour behaviour) {
        return switch (behaviour) {
            case GOOD -> "pm_card_visa";
            case POOR -> "pm_poor";
            case CONFIRMS -> "pm_confirms";
            case LOSES_FIRST_ANSWER -> "pm_lost";
        };
    }

    @Override
    void confirm(String providerRef) {
        stand.confirm(providerRef);
    }

    @Override
    long taken(String providerRef) {
        return stand.taken(providerRef);
    }

    @Test
    void reservesByHandUnderOurKeyForTheCustomerOfTheCard() {
        stripe.authorise(key("authorise", 1), "cus_anna/pm_card_visa", eur(1250));
        server.verify(postRequestedFor(urlPathEqualTo("/v1/payment_intents"))
                .withHeader("Authorization", equalTo("Bearer sk_test_key"))
                .withHeader("Idempotency-Key", equalTo(key("authorise", 1).value()))
                .withRequestBody(containing("amount=1250"))
                .withRequestBody(containing("currency=eur"))
                .withRequestBody(containing("customer=cus_anna"))
                .withRequestBody(containing("payment_method=pm_card_visa"))
                .withRequestBody(containing("capture_method=manual")));
    }

    @Test
    void cannotTellWhatBecameOfACallWhenStripeIsIllOrBusy() {
        for (var status : new int[] {500, 503, 429, 409, 401}) {
            server.stubFor(post(anyUrl())
                    .willReturn(okJson("{\"error\":{\"type\":\"api_error\",\"code\":\"ill\"}}")
                            .withStatus(status)));
            assertThat(stripe.authorise(key("authorise", 1), "pm_card_visa", eur(1000)))
                    .as("status " + status)
                    .isInstanceOf(Answer.Unknown.class);
        }
    }

    @Test
    void cannotTellWhatBecameOfACallWhenStripeIsAway() {
        server.stop();
        assertThat(stripe.authorise(key("authorise", 1), "pm_card_visa", eur(1000)))
                .isInstanceOf(Answer.Unknown.class);
    }
}
