package hansom.node;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rider's app. */
final class RiderPhone extends Phone {
    RiderPhone(RunningNode node, String number, String name) {
        this(node.url(), number, name);
    }

    RiderPhone(String url, String number, String name) {
        super(url);
        signIn("rider", number).taken();
        patch("/v1/me", Map.of("name", name)).taken();
    }

    /** Adds a card by the provider's token and waits until it can be chosen. */
    String addCard(String providerToken) {
        Answer added = post(
                        "/v1/payment-methods",
                        Map.of("provider_token", providerToken, "brand", "visa", "last_four", "4242"))
                .taken();
        get("/v1/payment-methods?min_version=" + added.at("version").asLong()).taken();
        return added.text("card_id");
    }

    /** The quote of one class, with the id that the order will have beside it. */
    JsonNode quote(Town.Spot from, Town.Spot to, String productClass) {
        Answer quotes = post(
                        "/v1/quotes", Map.of("pickup", from, "drop_off", to, "product_classes", List.of(productClass)))
                .taken();
        return ((ObjectNode) quotes.at("quotes").path(0)).put("order_id", quotes.text("order_id"));
    }

    /** Orders by a card; the order's id came with the quote. */
    Answer order(JsonNode quote, String orderId, String card) {
        return put(
                "/v1/orders/" + orderId,
                Map.of(
                        "quote_token", quote.path("quote_token").asString(),
                        "payment_method", Map.of("type", "card", "card_id", card)));
    }

    Answer orderForCash(JsonNode quote, String orderId) {
        return put(
                "/v1/orders/" + orderId,
                Map.of(
                        "quote_token", quote.path("quote_token").asString(),
                        "payment_method", Map.of("type", "cash")));
    }

    /** The order once it has this status. */
    Answer seesOrder(String orderId, String status) {
        return until("/v1/orders/" + orderId, answer -> answer.text("status").equals(status));
    }

    /** The order once it looks for a driver and its payment is promised: from now on nothing changes by itself for a while. */
    Answer seesPromise(String orderId) {
        return until(
                "/v1/orders/" + orderId,
                answer -> answer.text("status").equals("processing")
                        && answer.at("payment").path("status").asString("").equals("authorised"));
    }

    /** The receipt once the payment has this status. */
    Answer seesReceipt(String orderId, String paymentStatus) {
        return until(
                "/v1/orders/%s/receipt".formatted(orderId),
                answer -> answer.at("payment").path("status").asString("").equals(paymentStatus));
    }
}
