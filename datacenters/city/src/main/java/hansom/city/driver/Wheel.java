package hansom.city.driver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.life.Surroundings;
import hansom.city.phone.Call;
import hansom.city.phone.Fix;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import hansom.city.street.Spot;
import hansom.city.street.Way;
import hansom.city.truth.Cruise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The car and the phone on its dashboard: it moves along its way as the roads really let it, and tells where it is with a phone's error. */
final class Wheel {
    private static final double NOISE_METRES = 4;
    private static final double NOISE_KEPT = 0.8;
    private static final int MOST_FIXES = 150;

    private final Driver driver;
    private final Surroundings city;
    private final Session session;
    private final List<Fix> unsent = new ArrayList<>();
    private Spot spot;
    private @Nullable Cruise cruise;
    private double movedAt;
    private double noiseNorth;
    private double noiseEast;
    private long ticks;

    Wheel(Driver driver, Surroundings city, Session session, Spot spot) {
        this.driver = driver;
        this.city = city;
        this.session = session;
        this.spot = spot;
        this.movedAt = city.tempo().seconds();
    }

    Spot spot() {
        return spot;
    }

    /** Drives to there; false when no way leads there. */
    boolean head(Spot to) {
        if (spot.metresTo(to) < 15) {
            cruise = null;
            return true;
        }
        Optional<Way> way = city.streets().way(spot, to).filter(found -> !found.isEmpty());
        cruise =
                way.map(found -> new Cruise(found, city.truth(), driver.pace())).orElse(null);
        return way.isPresent();
    }

    void stand() {
        cruise = null;
    }

    boolean there() {
        return cruise == null || cruise.arrived();
    }

    /** Moves on by the time that has passed and notes where that is. */
    void move() {
        double now = city.tempo().seconds();
        double passed = now - movedAt;
        movedAt = now;
        Cruise under = cruise;
        if (under != null && !under.arrived()) {
            under.drive(passed, city.tempo().now());
            spot = under.spot();
        }
        ticks++;
        unsent.add(fix(under));
        if (unsent.size() > MOST_FIXES) unsent.removeFirst();
    }

    private Fix fix(@Nullable Cruise under) {
        var shake = driver.chance().of("tick", ticks);
        double fresh = NOISE_METRES * Math.sqrt(1 - NOISE_KEPT * NOISE_KEPT);
        noiseNorth = NOISE_KEPT * noiseNorth + fresh * shake.normal("north");
        noiseEast = NOISE_KEPT * noiseEast + fresh * shake.normal("east");
        Spot seen = spot.moved(noiseNorth, noiseEast);
        if (under == null || under.arrived()) return new Fix(seen, Instant.now(), -1, 0);
        return new Fix(seen, Instant.now(), under.heading(), under.speed());
    }

    /** Tells what was not told, over the live connection; what an absent network kept comes late, out of order and partly twice. */
    void report() throws InterruptedException {
        if (unsent.isEmpty() || !session.line().open()) return;
        if (unsent.size() > 3) {
            sendLate();
            return;
        }
        for (Fix fix : unsent) {
            if (driver.reportsInBytes()) session.line().tell(fix.bytes());
            else session.line().say(fix.frame());
        }
        unsent.clear();
    }

    private void sendLate() throws InterruptedException {
        List<Fix> late = new ArrayList<>(unsent);
        unsent.clear();
        late.add(late.getFirst());
        java.util.Collections.swap(late, 0, late.size() / 2);
        ObjectNode batch = Json.object();
        ArrayNode positions = batch.putArray("positions");
        // On a clock that runs ahead a late point would be taken for one of another moment.
        List<Fix> told = city.tempo().speed() > 1 ? late.subList(late.size() - 1, late.size()) : late;
        told.forEach(fix -> positions.add(fix.json()));
        session.call(Call.post("/v1/driver/positions", batch));
        city.tally().count("late_points", late.size());
    }
}
