package hansom.city.rider;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.Sums;
import hansom.city.life.Surroundings;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;

/** After the ride: the receipt is read and checked, the money has moved, a tip is given, a word is said. */
final class Afterwards {
    private static final int LOOKS = 60;

    private final Rider rider;
    private final Wish wish;
    private final Surroundings city;
    private final Session session;
    private final String order;

    Afterwards(Rider rider, Wish wish, Surroundings city, Session session, String order) {
        this.rider = rider;
        this.wish = wish;
        this.city = city;
        this.session = session;
        this.order = order;
    }

    void settle(JsonNode told) throws InterruptedException {
        JsonNode receipt = paid();
        if (!receipt.path("fare").path("total").equals(told.path("fare").path("total")))
            city.tally().error("receipt differs from the order", order);
        Sums.wrongIn(receipt.path("fare")).ifPresent(wrong -> city.tally().error("receipt does not add up", wrong));
        Sums.unbalanced(receipt).ifPresent(wrong -> city.tally().error("postings do not balance", wrong));
        tip(receipt);
        rate();
    }

    /** The receipt once it says that the fare was taken; the last one read when it never does. */
    private JsonNode paid() throws InterruptedException {
        JsonNode receipt = Json.object();
        for (int look = 0; look < LOOKS; look++) {
            session.line().keep();
            Answer answer = session.call(
                    Call.get("/v1/orders/%s/receipt".formatted(order)).mayBe("not_found"));
            receipt = answer.ok() ? answer.body() : receipt;
            JsonNode payment = receipt.path("payment");
            if (payment.path("status").asText().equals("captured")) {
                long taken = Sums.minor(payment.path("captured"));
                long fare = Sums.minor(receipt.path("fare").path("total"));
                if (taken != fare)
                    city.tally().error("taken is not the fare", "%s: %d of %d".formatted(order, taken, fare));
                city.tally().count("paid");
                return receipt;
            }
            Thread.sleep(Math.min(3_000, 500 + look * 250L));
        }
        city.tally()
                .error(
                        "not paid",
                        "%s: %s"
                                .formatted(
                                        order,
                                        receipt.path("payment").path("status").asText("none")));
        return receipt;
    }

    private void tip(JsonNode receipt) throws InterruptedException {
        boolean cash =
                receipt.path("payment").path("method").path("type").asText().equals("cash");
        if (cash || !wish.chance().happens("tips", 0.25)) return;
        String currency = receipt.path("fare").path("total").path("currency").asText();
        var tip = Json.object();
        tip.set("amount", Json.money(100L + 50L * wish.chance().below("tip", 7), currency));
        Answer given = session.call(Call.post("/v1/orders/%s/tip".formatted(order), tip)
                .keyed(Session.key())
                .mayBe("amount_too_large"));
        if (given.ok()) city.tally().count("tips");
    }

    private void rate() throws InterruptedException {
        if (!wish.chance().happens("rates", 0.7)) return;
        var rating = Json.object().put("stars", wish.chance().happens("content", 0.85) ? 5 : 4);
        if (wish.chance().happens("polite", 0.5)) rating.putArray("tags").add("polite");
        if (wish.chance().happens("says", 0.1)) rating.put("comment", "Thank you, says " + rider.name());
        for (int look = 0; look < LOOKS; look++) {
            session.line().keep();
            Answer said = session.call(Call.post("/v1/orders/%s/rating".formatted(order), rating)
                    .keyed("rate-%s-%d".formatted(order, look))
                    .mayBe("rating_not_open"));
            if (!said.is("rating_not_open")) return;
            Thread.sleep(500);
        }
        city.tally().error("rating never opens", order);
    }
}
