package hansom.city.rider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.life.Sums;
import hansom.city.life.Surroundings;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.util.Optional;

/** One wish from the first look at the price to its end; an order that found no car is asked again, and every one that was asked is counted once. */
final class Ride {
    private static final int TIMES_ASKED = 3;
    private static final String[] NO_WAY = {
        "no_road_near", "unreachable", "same_start_and_end", "outside_service_area", "no_product_here"
    };

    private final Rider rider;
    private final Wish wish;
    private final Surroundings city;
    private final Session session;
    private final Till till;

    Ride(Rider rider, Wish wish, Surroundings city, Session session, Till till) {
        this.rider = rider;
        this.wish = wish;
        this.city = city;
        this.session = session;
        this.till = till;
    }

    void take() throws InterruptedException {
        lookAround();
        Optional<JsonNode> quotes = quote();
        if (quotes.isEmpty()) {
            city.tally().count("no_way");
            return;
        }
        if (wish.onlyLooks()) {
            city.tally().count("looked");
            return;
        }
        city.tally().count("orders");
        Ending ending = Ending.gaveUp("unfinished");
        try {
            ending = ask(quotes.get());
        } finally {
            count(ending);
        }
    }

    private void count(Ending ending) {
        switch (ending.kind()) {
            case SERVED -> city.tally().count("served");
            case CANCELED -> city.tally().count("canceled");
            case GAVE_UP -> {
                city.tally().count("gave_up");
                city.tally().count("why." + ending.why());
            }
        }
    }

    private Ending ask(JsonNode first) throws InterruptedException {
        JsonNode quotes = first;
        for (int asked = 1; ; asked++) {
            String order = quotes.path("order_id").asText();
            Answer placed = place(order, quotes.path("quotes").path(0));
            Ending ending = placed.ok()
                    ? new Waiting(rider, wish, city, session, order).untilOver()
                    : Ending.gaveUp(placed.code());
            boolean again = placed.is("quote_expired")
                    || (ending.equals(Ending.NO_CAR) && city.daylight().wishing());
            if (!again || asked == TIMES_ASKED) return ending;
            city.tally().count("asked_again");
            session.line().hangUp();
            if (placed.ok()) city.tempo().sleep(wish.chance().between("again" + asked, 10, 40));
            Optional<JsonNode> fresh = quote();
            if (fresh.isEmpty()) return ending;
            quotes = fresh.get();
        }
    }

    /** As people do before they order: type the name of where they go, see what is at hand. */
    private void lookAround() throws InterruptedException {
        if (wish.chance().happens("types", 0.3) && wish.to().name().length() > 3) {
            String typed = wish.to().name().substring(0, 4);
            session.call(Call.get("/v1/places/suggest?q=%s&near=%s"
                    .formatted(escaped(typed), wish.start().words())));
        }
        if (wish.chance().happens("where", 0.2))
            session.call(Call.get("/v1/places/reverse?at=" + wish.start().words()));
        if (wish.chance().happens("cars", 0.2))
            session.call(Call.get("/v1/drivers/near?near=" + wish.start().words()));
    }

    private static String escaped(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Optional<JsonNode> quote() throws InterruptedException {
        Answer answer =
                session.call(Call.post("/v1/quotes", wish.quoteRequest()).mayBe(NO_WAY));
        if (!answer.ok()) return Optional.empty();
        JsonNode quote = answer.body().path("quotes").path(0);
        Sums.wrongIn(quote.path("fare")).ifPresent(wrong -> city.tally().error("quote does not add up", wrong));
        if (Sums.minor(quote.path("most")) < Sums.minor(quote.path("fare").path("total")))
            city.tally().error("quote above its most", Json.write(quote.path("most")));
        return Optional.of(answer.body());
    }

    private Answer place(String order, JsonNode quote) throws InterruptedException {
        JsonNode most = quote.path("most");
        ObjectNode placing =
                Json.object().put("quote_token", quote.path("quote_token").asText());
        placing.set("payment_method", till.choice(most.path("currency").asText(), Sums.minor(most)));
        ObjectNode noted = Json.object().put("order_id", order).put("product_class", wish.productClass());
        noted.set("pickup", wish.pickup());
        noted.set("drop_off", wish.dropOff());
        noted.set("fare", quote.path("fare").path("total"));
        noted.set("most", most);
        noted.set("payment_method", placing.path("payment_method"));
        session.diary().wishes(noted);
        session.line().keep();
        Answer answer = session.call(Call.put("/v1/orders/" + order, placing).mayBe("quote_expired"));
        if (answer.ok() && wish.repeatsHimself()) {
            Answer again = session.call(Call.put("/v1/orders/" + order, placing));
            if (!again.text("id").equals(order)) city.tally().error("placed twice", again.toString());
        }
        return answer;
    }
}
