package hansom.city.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.life.Surroundings;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import hansom.city.street.Spot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A driver with an order: to the pick-up, the rider in, along the stops, the rider out. One order at a time, and he notices if it is not. */
final class Work {
    private static final double STRANGER_COMES_SECONDS = 25;
    private static final double BEYOND_FREE_WAITING_SECONDS = 20;
    private static final double TUNNEL_AFTER_SECONDS = 15;
    private static final String[] LOST = {"order_finished", "not_your_order", "order_unknown"};

    private final Driver driver;
    private final Surroundings city;
    private final Session session;
    private final Wheel wheel;
    private @Nullable Job job;
    private Spot goal;
    private int orders;
    private double offlineUntil;
    private double notBefore;

    Work(Driver driver, Surroundings city, Session session, Wheel wheel) {
        this.driver = driver;
        this.city = city;
        this.session = session;
        this.wheel = wheel;
        this.goal = wheel.spot();
    }

    boolean isBusy() {
        return job != null;
    }

    /** Between taking the order and setting the rider down. */
    boolean isDriving() {
        return job != null && job.phase() != Job.Phase.SET_DOWN;
    }

    /** Without network, in a tunnel. */
    boolean offline() {
        return city.tempo().seconds() < offlineUntil;
    }

    /** Takes in an order as told; says whether it is his to drive now. */
    boolean take(JsonNode told) {
        String id = told.path("order_id").asText();
        Job own = job;
        boolean mine =
                told.path("driver").path("person").path("driver_id").asText().equals(session.id());
        if (own == null || !own.order().equals(id)) {
            Optional<Job.Phase> phase = Job.Phase.of(told.path("status").asText());
            if (!mine || phase.isEmpty()) return false;
            if (own != null && isDriving())
                city.tally().error("two orders", "%s has %s and is given %s".formatted(session.id(), own.order(), id));
            own = new Job(id, orders++, city.tempo().seconds());
            job = own;
            own.sight().told(told);
            own.enter(phase.get(), city.tempo().seconds());
            headFor(own.next());
            return true;
        }
        own.sight().told(told).ifPresent(wrong -> city.tally().error("order told wrong", id + ": " + wrong));
        if (own.sight().over() || !mine) end(own);
        else if (own.phase() == Job.Phase.DRIVING && !own.next().equals(goal)) headFor(own.next());
        return true;
    }

    /** After a silence: an order that is not among these is his no longer. */
    void onlyThese(JsonNode orders) {
        Job own = job;
        if (own == null) return;
        for (JsonNode one : orders) if (one.path("order_id").asText().equals(own.order())) return;
        job = null;
        wheel.stand();
    }

    private void end(Job own) {
        if (own.sight().completed() && driver.chance().of("order", own.number()).happens("rates", 0.5)) rate(own);
        job = null;
        wheel.stand();
    }

    private void rate(Job own) {
        Thread.startVirtualThread(() -> {
            try {
                var stars = Json.object().put("stars", 5);
                for (int i = 0; i < 40; i++) {
                    Answer said = session.call(Call.post("/v1/driver/orders/%s/rating".formatted(own.order()), stars)
                            .keyed("rate-%s-%d".formatted(own.order(), i))
                            .mayBe("rating_not_open"));
                    if (!said.is("rating_not_open")) return;
                    Thread.sleep(500);
                }
                city.tally().error("rating never opens", own.order());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void headFor(Spot spot) {
        goal = spot;
        if (!wheel.head(spot)) {
            city.tally().count("no_way_for_driver");
            wheel.stand();
        }
    }

    void goOn() throws InterruptedException {
        Job own = job;
        if (own == null || offline() || city.tempo().seconds() < notBefore) return;
        switch (own.phase()) {
            case TO_PICKUP -> toPickup(own);
            case AT_PICKUP -> atPickup(own);
            case DRIVING -> driving(own);
            case SET_DOWN -> {}
        }
    }

    private void toPickup(Job own) throws InterruptedException {
        double now = city.tempo().seconds();
        if (driver.givesBack(own.number()) && now - own.since() > 20) {
            giveBack(own, Json.object().put("reason", "car_trouble"));
            return;
        }
        if (!wheel.there()) return;
        Answer arrived = step(own, "arrive", Json.object(), "not_assigned_yet");
        if (arrived.ok()) own.enter(Job.Phase.AT_PICKUP, now);
        else notBefore = now + 2;
    }

    private void atPickup(Job own) throws InterruptedException {
        double now = city.tempo().seconds();
        Optional<String> code = city.kerbside().heard(own.order());
        boolean stranger = !city.kerbside().expects(own.order());
        if (code.isEmpty() && stranger && now - own.since() > STRANGER_COMES_SECONDS) code = strangersCode(own);
        if (code.isPresent()) {
            Answer started = step(own, "start", Json.object().put("boarding_code", code.get()), "not_assigned_yet");
            if (started.ok()) {
                own.enter(Job.Phase.DRIVING, now);
                headFor(own.next());
            } else notBefore = now + 2;
            return;
        }
        if (now - own.since() > freeWaiting(own) + BEYOND_FREE_WAITING_SECONDS) {
            giveBack(own, Json.object().put("reason", "rider_unreachable").put("no_show", true));
            notBefore = now + 20;
        }
    }

    private static double freeWaiting(Job own) {
        var told = own.sight().order();
        if (!told.hasNonNull("free_waiting_until") || !told.hasNonNull("arrived_at")) return 180;
        var until = java.time.Instant.parse(told.path("free_waiting_until").asText());
        return java.time.Duration.between(
                        java.time.Instant.parse(told.path("arrived_at").asText()), until)
                .toSeconds();
    }

    /** A rider who is none of the city's, or was left behind by an earlier one, reads his code aloud in the sandbox. */
    private Optional<String> strangersCode(Job own) throws InterruptedException {
        Answer code = session.call(Call.get("/v1/sandbox/boarding-codes?order_id=" + own.order()));
        return code.ok() ? Optional.of(code.text("boarding_code")) : Optional.empty();
    }

    private void driving(Job own) throws InterruptedException {
        double now = city.tempo().seconds();
        var chance = driver.chance().of("order", own.number());
        if (driver.losesNetwork(own.number())
                && offlineUntil < own.since()
                && now - own.since() > TUNNEL_AFTER_SECONDS) {
            offlineUntil = now + chance.between("tunnel-length", 15, 50);
            session.line().cut();
            city.tally().count("tunnels");
            return;
        }
        if (!wheel.there()) return;
        if (own.nextIsTheEnd()) {
            Answer ended = step(own, "complete", Json.object());
            if (ended.ok()) own.enter(Job.Phase.SET_DOWN, now);
            else notBefore = now + 2;
            if (chance.happens("twice", 0.05)) step(own, "complete", Json.object());
        } else {
            step(own, "stop", Json.object().put("stop", own.reachStop()));
            headFor(own.next());
        }
    }

    private void giveBack(Job own, ObjectNode reason) throws InterruptedException {
        Answer given = step(own, "cancel", reason, "too_early_for_no_show", "order_already_started");
        if (given.ok()) {
            city.tally().count("given_back");
            job = null;
            wheel.stand();
        }
    }

    private Answer step(Job own, String step, ObjectNode body, String... also) throws InterruptedException {
        String[] mayBe = java.util.stream.Stream.concat(java.util.Arrays.stream(LOST), java.util.Arrays.stream(also))
                .toArray(String[]::new);
        Answer answer = session.call(Call.post("/v1/driver/orders/%s/%s".formatted(own.order(), step), body)
                .mayBe(mayBe));
        if (java.util.Set.of(LOST).contains(answer.code())) {
            job = null;
            wheel.stand();
        }
        return answer;
    }
}
