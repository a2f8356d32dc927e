package hansom.city.rider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;

/** A rider's ways of paying: the card that he added, the wallet that he filled, or cash. */
final class Till {
    private static final long FULL_MINOR = 20_000;
    private static final long LOW_MINOR = 6_000;

    private final Rider rider;
    private final Session session;
    private String card = "";

    Till(Rider rider, Session session) {
        this.rider = rider;
        this.session = session;
    }

    /** What is there from an earlier run is used again. */
    void open() throws InterruptedException {
        if (rider.pays() == Rider.Pays.CASH) return;
        Answer known = session.call(Call.get("/v1/payment-methods"));
        for (JsonNode method : known.body().path("methods"))
            if (method.hasNonNull("card_id")) card = method.path("card_id").asText();
        if (!card.isEmpty()) return;
        String token = rider.pays() == Rider.Pays.WALLET ? "tok_visa" : rider.cardToken();
        Answer added = session.call(Call.post(
                        "/v1/payment-methods",
                        Json.object()
                                .put("provider_token", token)
                                .put("brand", "visa")
                                .put("last_four", "4242"))
                .keyed("card-" + rider.number()));
        if (!added.ok()) return;
        session.call(Call.get("/v1/payment-methods?min_version="
                + added.body().path("version").asLong()));
        card = added.text("card_id");
    }

    /** The way for a ride of at most so much. */
    ObjectNode choice(String currency, long most) throws InterruptedException {
        return switch (rider.pays()) {
            case CASH -> cash();
            case CARD ->
                card.isEmpty() ? cash() : Json.object().put("type", "card").put("card_id", card);
            case WALLET -> hasInWallet(currency, most) ? Json.object().put("type", "wallet") : cash();
        };
    }

    static ObjectNode cash() {
        return Json.object().put("type", "cash");
    }

    private boolean hasInWallet(String currency, long most) throws InterruptedException {
        Answer wallet = session.call(Call.get("/v1/wallets/mine").mayBe("purse_unknown"));
        if (!wallet.ok()) {
            session.call(Call.put("/v1/wallets/mine", Json.object().put("currency", currency)));
            wallet = session.call(Call.get("/v1/wallets/mine?min_version=1").mayBe("purse_unknown", "view_behind"));
        }
        long free = wallet.body().path("free").path("amount_minor").asLong();
        if (free < LOW_MINOR && !card.isEmpty()) {
            ObjectNode amount = Json.object().put("card_id", card);
            amount.set("amount", Json.money(FULL_MINOR, currency));
            session.call(Call.post("/v1/wallets/mine/top-ups", amount).keyed(Session.key()));
        }
        return free >= most;
    }
}
