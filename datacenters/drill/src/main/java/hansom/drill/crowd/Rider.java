package hansom.drill.crowd;

import hansom.bench.app.Answer;
import hansom.bench.app.Http;
import hansom.bench.app.Live;
import hansom.bench.app.RiderApp;
import hansom.bench.app.Spot;
import hansom.bench.app.Wire;
import hansom.bench.node.Rest;
import java.io.IOException;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Orders, sometimes cancels, waits until the order is over, sometimes tips, and orders again until the crowd goes home. */
final class Rider implements Runnable {
    private static final Set<String> OVER =
            Set.of("completed", "rider_canceled", "driver_canceled", "operator_canceled", "no_drivers_available");
    private static final double SPREAD_DEGREES = 0.004;
    private static final long LOOK_MILLIS = 900;

    private final Crowd crowd;
    private final Diary diary;
    private final Wire wire;
    private final String number;
    private final RandomGenerator random;

    Rider(Crowd crowd, int which) throws IOException {
        this.crowd = crowd;
        this.number = crowd.number(1, which);
        this.random = crowd.chance(1, which);
        this.diary = new Diary(crowd.diaries(), "rider", number);
        this.wire = new Stubborn(new Http(crowd.url()), diary, crowd.tally());
    }

    @Override
    public void run() {
        RiderApp app = new RiderApp(wire, number, "Anna");
        diary.is(app.person());
        try (Live _ = Live.open(crowd.live(), app, diary::frame)) {
            String card = app.addCard(random.nextInt(5) == 0 ? "tok_timeout" : "tok_visa");
            while (crowd.goesOn()) {
                ride(app, card);
                Rest.ofMillis(random.nextInt(500, 2_000));
            }
        }
    }

    private void ride(RiderApp app, String card) {
        Spot middle = crowd.middle();
        Answer quote = app.quote(middle.near(random, SPREAD_DEGREES), middle.near(random, SPREAD_DEGREES));
        if (!quote.taken()) return;
        String order = quote.text("order_id");
        diary.wish(order);
        Answer placed = app.order(quote, card);
        if (!placed.taken()) {
            if (!placed.code().equals("quote_expired")) crowd.tally().trouble(placed);
            return;
        }
        crowd.tally().wasPlaced();
        if (random.nextInt(8) == 0) {
            Rest.ofMillis(random.nextInt(6_000));
            app.cancel(order);
        }
        String ended = waitsFor(app, order);
        if (!ended.equals("completed")) return;
        crowd.tally().wasServed();
        if (random.nextInt(4) == 0)
            app.tip(
                    order,
                    100,
                    quote.at("quotes")
                            .path(0)
                            .path("fare")
                            .path("total")
                            .path("currency")
                            .asString("EUR"));
    }

    private String waitsFor(RiderApp app, String order) {
        while (true) {
            Answer seen = app.look(order);
            crowd.tellsCode(order, seen.text("boarding_code"));
            if (OVER.contains(seen.text("status"))) return seen.text("status");
            if (crowd.closed()) return "open";
            Rest.ofMillis(LOOK_MILLIS);
        }
    }
}
