package hansom.city.driver;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.Surroundings;
import hansom.city.phone.Call;
import hansom.city.phone.Frame;
import hansom.city.phone.Json;
import hansom.city.phone.NodeGone;
import hansom.city.phone.Session;
import hansom.city.street.Place;
import java.time.Duration;

/** A driver's days: he applies, goes on shift, drives, and goes home when his hours are over. */
public final class DriverLife implements Runnable {
    private static final double TICK_SECONDS = 4;
    private static final long LEAST_TICK_MILLIS = 200;

    private final Driver driver;
    private final Surroundings city;
    private final Session session;
    private final Wheel wheel;
    private final Offers offers;
    private final Work work;
    private final Idling idling;
    private volatile boolean onShift;

    public DriverLife(Surroundings city, int number) {
        this.driver = Driver.of(city.seed(), number);
        this.city = city;
        this.session = city.phone("driver", number);
        this.wheel = new Wheel(driver, city, session, city.streets().somewhere(driver.chance()));
        this.offers = new Offers(driver, city, session);
        this.work = new Work(driver, city, session, wheel);
        this.idling = new Idling(driver, city, wheel);
    }

    public Session session() {
        return session;
    }

    public boolean onShift() {
        return onShift;
    }

    @Override
    public void run() {
        try (session) {
            if (!enter()) {
                city.tally().error("not approved", driver.name());
                return;
            }
            double hours = driver.firstSeconds();
            while (city.daylight().awaitWork()) {
                drive(hours);
                hours = driver.hoursAtWork() * 3_600;
                goHome();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (NodeGone gone) {
            city.tally().error("node gone", gone.toString());
        } catch (RuntimeException broken) {
            city.tally().error("driver broke down", "%s: %s".formatted(driver.name(), broken));
        }
    }

    private boolean enter() throws InterruptedException {
        city.entrance().acquire();
        try {
            session.signIn();
            return new Application(driver, session).seeThrough();
        } finally {
            city.entrance().release();
        }
    }

    private void drive(double seconds) throws InterruptedException {
        double until = city.tempo().seconds() + seconds;
        open();
        double tick = 0;
        while (true) {
            session.stayIn();
            if (!work.offline()) session.line().keep();
            if (city.tempo().seconds() >= tick) {
                tick = city.tempo().seconds() + TICK_SECONDS;
                wheel.move();
                if (!work.offline()) wheel.report();
            }
            listen(Math.min(1, tick - city.tempo().seconds()));
            if (!work.offline()) offers.answer();
            work.goOn();
            if (work.isBusy() || offers.isOpen()) continue;
            idling.goOn();
            boolean enough = city.tempo().seconds() > until || !city.daylight().working();
            if (enough && close()) return;
        }
    }

    private void open() throws InterruptedException {
        session.line().keep();
        onShift = session.call(Call.post(
                                "/v1/driver/shift",
                                Json.object().put("vehicle_id", driver.car().id()))
                        .mayBe("shift_already_open"))
                .ok();
    }

    /** Refused while an offer or an order came in between; then he stays. */
    private boolean close() throws InterruptedException {
        boolean closed = !session.call(Call.delete("/v1/driver/shift").mayBe("shift_busy", "shift_not_open"))
                .is("shift_busy");
        if (closed) onShift = false;
        return closed;
    }

    private void listen(double seconds) throws InterruptedException {
        Duration patience = city.tempo().real(Math.max(0.05, seconds));
        Frame frame = session.line()
                .next(patience.toMillis() < LEAST_TICK_MILLIS ? Duration.ofMillis(LEAST_TICK_MILLIS) : patience);
        while (frame != null) {
            hear(frame);
            frame = session.line().next(Duration.ofMillis(1));
        }
    }

    private void hear(Frame frame) throws InterruptedException {
        switch (frame.type()) {
            case "offer" -> {
                if (work.isDriving()) city.tally().error("offer while driving", session.id());
                offers.see(frame);
            }
            case "shift" -> standing(frame.data());
            case "order" -> order(frame.data());
            case "done", "refused" -> offers.heard(frame);
            case "snapshot" -> snapshot(frame.data());
            default -> {}
        }
    }

    private void standing(JsonNode shift) throws InterruptedException {
        if (!shift.hasNonNull("offer")) offers.gone();
        boolean off = shift.path("state").asText().equals("off");
        if (off && onShift && !shift.path("closed").asText().equals("driver_went_home")) {
            city.tally().count("shifts_lost");
            open();
        }
    }

    private void order(JsonNode told) {
        if (work.take(told)) offers.gone();
    }

    /** Where everything stands, after a silence. */
    private void snapshot(JsonNode data) throws InterruptedException {
        JsonNode shift = data.path("shift");
        if (shift.hasNonNull("offer")) offers.show(shift.path("offer"));
        else offers.gone();
        work.onlyThese(data.path("orders"));
        for (JsonNode order : data.path("orders")) order(order);
    }

    private void goHome() throws InterruptedException {
        Place home = city.places().pick(Place.Kind.HOME, driver.chance().of("home"));
        session.line().hangUp();
        if (!city.daylight().working()) return;
        wheel.head(home.spot());
        double back = city.tempo().seconds() + driver.hoursOfRest() * 3_600;
        while (city.tempo().seconds() < back && city.daylight().working()) {
            city.tempo().sleep(TICK_SECONDS);
            wheel.move();
        }
    }
}
