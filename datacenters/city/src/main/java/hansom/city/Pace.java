package hansom.city;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Door;
import hansom.city.phone.Json;
import hansom.city.phone.Tempo;
import java.time.Duration;
import java.time.Instant;

/** Keeps the city's time and the node's together: reads the business clock now and then, and pushes it on where the city lives faster. */
final class Pace implements Runnable {
    private static final long READ_MILLIS = 10_000;
    private static final long PUSH_MILLIS = 500;

    private final Tempo tempo;
    private final Door door;
    private final double speed;

    Pace(Tempo tempo, Door door, double speed) {
        this.tempo = tempo;
        this.door = door;
        this.speed = speed;
    }

    @Override
    public void run() {
        try {
            long last = System.nanoTime();
            while (true) {
                Thread.sleep(speed > 1 ? PUSH_MILLIS : READ_MILLIS);
                if (speed > 1) {
                    long now = System.nanoTime();
                    push(Duration.ofNanos(Math.round((now - last) * (speed - 1))));
                    last = now;
                } else told(door.ask(Call.get("/v1/sandbox/clock")));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void push(Duration by) throws InterruptedException {
        told(door.ask(Call.get("/v1/sandbox/clock")));
        moveTo(tempo.now().plus(by));
    }

    /** Moves the business clock on to an instant; one that is past already is left alone. */
    synchronized void moveTo(Instant instant) throws InterruptedException {
        var body = Json.object().put("to", instant.toString());
        told(door.ask(Call.post("/v1/sandbox/clock", body).mayBe("clock_not_movable")));
    }

    private void told(Answer clock) {
        JsonNode now = clock.body().path("now");
        if (clock.ok() && now.isTextual()) tempo.told(Instant.parse(now.asText()));
    }
}
