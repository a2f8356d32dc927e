package hansom.bench.app;

import java.util.List;
import java.util.Map;

/** The rider's app. */
public final class RiderApp extends Phone {
    public RiderApp(Wire wire, String number, String name) {
        super(wire);
        signIn("rider", number);
        patch("/v1/me", Map.of("name", name)).orRefused();
    }

    /** Adds a card by the provider's token and waits until it can be chosen. */
    public String addCard(String providerToken) {
        Answer added = post(
                        "/v1/payment-methods",
                        Map.of("provider_token", providerToken, "brand", "visa", "last_four", "4242"))
                .orRefused();
        get("/v1/payment-methods?min_version=" + added.at("version").asLong()).orRefused();
        return added.text("card_id");
    }

    /** What an economy ride costs; the order's id comes along. */
    public Answer quote(Spot from, Spot to) {
        return post(
                "/v1/quotes",
                Map.of("pickup", from.json(), "drop_off", to.json(), "product_classes", List.of("economy")));
    }

    /** What a ride of each class costs. */
    public Answer quoteAll(Spot from, Spot to) {
        return post("/v1/quotes", Map.of("pickup", from.json(), "drop_off", to.json()));
    }

    /** Orders what was quoted, by a card. */
    public Answer order(Answer quote, String card) {
        return put(
                "/v1/orders/" + quote.text("order_id"),
                Map.of(
                        "quote_token",
                                quote.at("quotes").path(0).path("quote_token").asString(""),
                        "payment_method", Map.of("type", "card", "card_id", card)));
    }

    public Answer look(String order) {
        return get("/v1/orders/" + order);
    }

    public Answer cancel(String order) {
        return post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"));
    }

    public Answer tip(String order, long amountMinor, String currency) {
        return post(
                "/v1/orders/%s/tip".formatted(order),
                Map.of("amount", Map.of("amount_minor", amountMinor, "currency", currency)));
    }
}
