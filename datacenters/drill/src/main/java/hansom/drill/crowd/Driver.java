package hansom.drill.crowd;

import hansom.bench.app.Answer;
import hansom.bench.app.DriverApp;
import hansom.bench.app.Http;
import hansom.bench.app.Live;
import hansom.bench.app.Spot;
import hansom.bench.app.Wire;
import hansom.bench.node.Rest;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Drives whom he is offered, sometimes declines, and goes home when no rider is left. What to do next he asks his shift, so that an outage leaves him nowhere. */
final class Driver implements Runnable {
    private static final double SPREAD_DEGREES = 0.003;
    private static final long LOOK_MILLIS = 1_500;

    private final Crowd crowd;
    private final Diary diary;
    private final Wire wire;
    private final String number;
    private final RandomGenerator random;
    private final Semaphore news = new Semaphore(0);
    private Spot spot;

    Driver(Crowd crowd, int which) throws IOException {
        this.crowd = crowd;
        this.number = crowd.number(2, which);
        this.random = crowd.chance(2, which);
        this.diary = new Diary(crowd.diaries(), "driver", number);
        this.wire = new Stubborn(new Http(crowd.url()), diary, crowd.tally());
        this.spot = crowd.middle().near(random, SPREAD_DEGREES);
    }

    @Override
    public void run() {
        DriverApp app = new DriverApp(wire, number, "Ben");
        diary.is(app.person());
        app.becomesApproved();
        try (Live _ = Live.open(crowd.live(), app, this::hears)) {
            boolean home = false;
            while (!home && !crowd.closed()) {
                app.at(spot, Instant.now());
                home = step(app, app.shift());
                if (!home) listens();
            }
        }
    }

    private void hears(JsonNode frame) {
        diary.frame(frame);
        news.release();
    }

    private void listens() {
        try {
            if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) news.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What the shift calls for; true when the day is over. */
    private boolean step(DriverApp app, Answer shift) {
        String state = shift.text("state");
        String order = shift.text("order_id");
        if (!order.isEmpty()) {
            drive(app, order);
            return false;
        }
        JsonNode offer = shift.at("offer");
        if (offer.isObject()) {
            answer(app, offer.path("offer_id").asString());
            return false;
        }
        boolean off = state.isEmpty() || state.equals("off");
        if (crowd.ridersWait()) {
            if (off) app.goOnShift();
            return false;
        }
        return off || app.goHome().taken();
    }

    private void answer(DriverApp app, String offer) {
        if (random.nextInt(10) == 0) app.decline(offer);
        else app.accept(offer);
    }

    private void drive(DriverApp app, String order) {
        Answer seen = app.look(order);
        switch (seen.text("status")) {
            case "accepted" -> {
                spot = place(seen.at("pickup"));
                app.at(spot, Instant.now());
                Rest.ofMillis(random.nextInt(300, 1_500));
                app.arrive(order);
            }
            case "arrived" -> {
                String code = crowd.codeOf(order);
                if (!code.isEmpty()) app.start(order, code);
            }
            case "in_progress" -> {
                spot = place(seen.at("drop_off"));
                Rest.ofMillis(random.nextInt(500, 2_500));
                app.at(spot, Instant.now());
                app.complete(order);
            }
            default -> {
                // Not his yet, or over: his shift will say.
            }
        }
    }

    private Spot place(JsonNode waypoint) {
        return waypoint.has("lat")
                ? new Spot(waypoint.path("lat").asDouble(), waypoint.path("lng").asDouble())
                : spot;
    }
}
