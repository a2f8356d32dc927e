package hansom.city.rider;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.Surroundings;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.NodeGone;
import hansom.city.phone.Session;
import hansom.city.truth.Wishes;
import java.util.concurrent.atomic.AtomicInteger;

/** A rider's days: he signs in, and from time to time he wants to go somewhere. */
public final class RiderLife implements Runnable {
    /** Within how much of his usual rest the first wish comes: nobody was here before. */
    private static final double FIRST = 1.3;

    private final Rider rider;
    private final Surroundings city;
    private final Session session;
    private final AtomicInteger riding;

    /** The count is of those who are at a ride. */
    public RiderLife(Surroundings city, int number, double restSeconds, AtomicInteger riding) {
        this.rider = Rider.of(city.seed(), number, restSeconds);
        this.city = city;
        this.session = city.phone("rider", number);
        this.riding = riding;
    }

    @Override
    public void run() {
        try (session) {
            Till till = new Till(rider, session);
            city.entrance().acquire();
            try {
                enter(till);
            } finally {
                city.entrance().release();
            }
            live(till);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (NodeGone gone) {
            city.tally().error("node gone", gone.toString());
        } catch (RuntimeException broken) {
            city.tally().error("rider broke down", "%s: %s".formatted(rider.name(), broken));
        }
    }

    private void enter(Till till) throws InterruptedException {
        session.signIn();
        session.call(Call.patch("/v1/me", Json.object().put("name", rider.name())));
        for (JsonNode left : session.call(Call.get("/v1/orders/current")).body().path("items"))
            session.call(Call.post("/v1/orders/%s/cancel"
                            .formatted(left.path("order_id").asText()))
                    .mayBe("order_finished", "order_already_started"));
        till.open();
    }

    private void live(Till till) throws InterruptedException {
        double due = city.tempo().seconds() + rider.chance().between("first", 0, FIRST * rider.restSeconds());
        for (int number = 0; city.daylight().awaitWishes(); number++) {
            while (city.daylight().wishing() && city.tempo().seconds() < due)
                city.tempo().sleep(Math.min(2, due - city.tempo().seconds()));
            riding.incrementAndGet();
            try {
                if (city.daylight().wishing()) ride(number, till);
            } finally {
                riding.decrementAndGet();
            }
            double rest = rider.chance().of("wish", number).after("rest", rider.restSeconds());
            due = city.tempo().seconds() + rest / Wishes.busyness(city.tempo().now());
        }
    }

    private void ride(int number, Till till) throws InterruptedException {
        Wish wish = Wish.of(rider, number, city.tempo().now(), city);
        new Ride(rider, wish, city, session, till).take();
        session.line().hangUp();
    }
}
