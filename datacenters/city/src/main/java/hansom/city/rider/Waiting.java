package hansom.city.rider;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.OrderSight;
import hansom.city.life.Surroundings;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Frame;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rider with an order: he watches his screen, walks to the car, gets in, and does what people do meanwhile. */
final class Waiting {
    private static final double STUCK_SECONDS = 5_400;
    private static final long LOOK_NANOS = 15_000_000_000L;
    private static final long MISSING_NANOS = 60_000_000_000L;

    private final Rider rider;
    private final Wish wish;
    private final Surroundings city;
    private final Session session;
    private final String order;
    private final OrderSight sight = new OrderSight();
    private final double placed;
    private double statusSince;
    private long lookedAt = System.nanoTime();
    private long behindSince;
    private long behindVersion;
    private boolean fetched;
    private boolean boarded;
    private boolean canceling;
    private boolean elsewhere;
    private boolean paysOtherwise;
    private String confirmed = "";

    Waiting(Rider rider, Wish wish, Surroundings city, Session session, String order) {
        this.rider = rider;
        this.wish = wish;
        this.city = city;
        this.session = session;
        this.order = order;
        this.placed = city.tempo().seconds();
        this.statusSince = placed;
        city.kerbside().expect(order);
    }

    Ending untilOver() throws InterruptedException {
        while (!sight.over()) {
            session.line().keep();
            Frame frame = session.line()
                    .next(
                            city.tempo().real(1).compareTo(Duration.ofMillis(100)) < 0
                                    ? Duration.ofMillis(100)
                                    : city.tempo().real(1));
            while (frame != null) {
                see(frame);
                frame = session.line().next(Duration.ofMillis(1));
            }
            if (!sight.over()) act();
            lookForYourself();
            if (city.tempo().seconds() - placed > STUCK_SECONDS) {
                city.tally().error("stuck", "%s is %s".formatted(order, sight.status()));
                return Ending.gaveUp("stuck");
            }
        }
        city.kerbside().leave(order);
        return ending();
    }

    private Ending ending() throws InterruptedException {
        return switch (sight.status()) {
            case "completed" -> {
                new Afterwards(rider, wish, city, session, order).settle(sight.order());
                yield Ending.SERVED;
            }
            case "no_drivers_available" -> Ending.NO_CAR;
            case "rider_canceled" ->
                sight.order().path("reason").asText().equals("rider_waited_too_long")
                        ? Ending.gaveUp("waited_too_long")
                        : Ending.canceled("changed_mind");
            case "driver_canceled" ->
                wish.staysAway() ? Ending.canceled("stayed_away") : Ending.gaveUp("missed_the_car");
            default -> Ending.gaveUp(sight.order().path("reason").asText("operator"));
        };
    }

    private void see(Frame frame) throws InterruptedException {
        if (frame.is("snapshot")) catchUp(frame.data());
        if (!order.equals(frame.orderId())) return;
        if (frame.is("order")) take(frame.data());
        if (frame.is("payment")) confirm(frame.data());
    }

    /** After a long silence only running orders are told; one that ended meanwhile is read. */
    private void catchUp(JsonNode snapshot) throws InterruptedException {
        for (JsonNode one : snapshot.path("orders"))
            if (one.path("order_id").asText().equals(order)) {
                take(one);
                return;
            }
        Answer read = session.call(Call.get("/v1/orders/" + order).mayBe("order_unknown"));
        if (read.ok()) take(read.body());
    }

    private void take(JsonNode told) {
        String before = sight.status();
        sight.told(told).ifPresent(wrong -> city.tally().error("order told wrong", order + ": " + wrong));
        if (!sight.status().equals(before)) statusSince = city.tempo().seconds();
    }

    private void confirm(JsonNode payment) throws InterruptedException {
        String at = payment.path("confirm_at").asText("");
        if (at.isEmpty() || at.equals(confirmed)) return;
        confirmed = at;
        session.call(Call.post(at.replaceFirst("^https?://[^/]+", "")));
    }

    private double sinceStatus() {
        return city.tempo().seconds() - statusSince;
    }

    private void act() throws InterruptedException {
        switch (sight.status()) {
            case "processing", "queued" -> {
                mayCancel();
                if (!paysOtherwise && sight.order().hasNonNull("payment_asked")) payInCash();
            }
            case "accepted" -> mayCancel();
            case "arrived" -> board();
            case "in_progress" -> mayGoElsewhere();
            default -> {}
        }
    }

    private void mayCancel() throws InterruptedException {
        if (canceling) return;
        double waited = city.tempo().seconds() - placed;
        boolean mind = wish.changesMindAfter().filter(after -> waited > after).isPresent();
        boolean tooLong = waited > rider.patienceSeconds() + promised();
        if (mind || tooLong) cancel(mind ? "rider_changed_mind" : "rider_waited_too_long");
    }

    /** Whoever was told how long it takes waits that long at least. */
    private double promised() {
        return 2 * sight.order().path("driver").path("pickup_seconds").asDouble(0);
    }

    private void cancel(String reason) throws InterruptedException {
        canceling = true;
        Answer preview = session.call(Call.post("/v1/orders/%s/cancel?preview=true".formatted(order))
                .mayBe("order_finished", "order_already_started"));
        if (!preview.ok()) return;
        session.call(
                Call.post("/v1/orders/%s/cancel".formatted(order), Json.object().put("reason", reason))
                        .mayBe("order_finished", "order_already_started"));
    }

    private void payInCash() throws InterruptedException {
        paysOtherwise = true;
        var cash = Json.object();
        cash.set("payment_method", Till.cash());
        session.call(Call.patch("/v1/orders/" + order, cash).mayBe("payment_not_changeable", "order_finished"));
    }

    private void board() {
        if (!fetched) city.tally().waited(city.tempo().seconds() - placed);
        fetched = true;
        if (boarded || wish.staysAway() || sinceStatus() < wish.walkingSeconds()) return;
        boarded = true;
        city.kerbside().say(order, sight.order().path("boarding_code").asText());
    }

    private void mayGoElsewhere() throws InterruptedException {
        if (elsewhere
                || wish.goesElsewhereAfter()
                        .filter(after -> sinceStatus() > after)
                        .isEmpty()) return;
        elsewhere = true;
        var asked = wish.quoteRequest().put("order_id", order);
        asked.set("drop_off", Json.point(wish.elsewhere(city).spot()));
        Answer quotes = session.call(Call.post("/v1/quotes", asked)
                .mayBe("no_road_near", "unreachable", "same_start_and_end", "outside_service_area", "order_finished"));
        if (!quotes.ok()) return;
        String token = quotes.body().path("quotes").path(0).path("quote_token").asText();
        Answer changed =
                session.call(Call.patch("/v1/orders/" + order, Json.object().put("quote_token", token))
                        .mayBe("order_finished"));
        if (changed.ok()) city.tally().count("drop_offs_changed");
    }

    /** Now and then he reads the order himself: what is there ought to have been told. */
    private void lookForYourself() throws InterruptedException {
        if (System.nanoTime() - lookedAt < LOOK_NANOS) return;
        lookedAt = System.nanoTime();
        @Nullable JsonNode read = read();
        if (read == null) return;
        long version = read.path("version").asLong();
        if (version <= sight.version()) {
            behindSince = 0;
            return;
        }
        if (behindSince == 0) {
            behindSince = System.nanoTime();
            behindVersion = version;
        } else if (sight.version() < behindVersion && hasBeenOpenSince(behindSince) > MISSING_NANOS) {
            city.tally().error("missing frame", "%s version %d, told %d".formatted(order, version, sight.version()));
            take(read);
            behindSince = 0;
        }
    }

    /** For how long he could have been told. */
    private long hasBeenOpenSince(long instant) {
        return session.line().open()
                ? System.nanoTime() - Math.max(instant, session.line().openSince())
                : 0;
    }

    private @Nullable JsonNode read() throws InterruptedException {
        Answer answer = session.call(Call.get("/v1/orders/" + order));
        return answer.ok() ? answer.body() : null;
    }
}
