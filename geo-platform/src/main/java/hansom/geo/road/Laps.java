package hansom.geo.road;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the time of one car from entering each stretch to entering the next. Between two reports it drives as fast everywhere as the free road
 * would have it. A passage counts once the next report confirms the way; one with a halt that the trip explains, or a turn back, does not.
 */
public final class Laps {
    private final Arcs arcs;
    private final List<Passage> unconfirmed = new ArrayList<>();
    private double entered = Double.NaN;
    private boolean halted;

    Laps(Arcs arcs) {
        this.arcs = arcs;
    }

    /** What is sure once the car has come from one place to the next; {@code explained}: it halted meanwhile, and not for the traffic. */
    public List<Passage> next(Whereabouts before, Whereabouts after, boolean explained) {
        halted |= explained;
        if (after.at().equals(before.at())) return List.of();
        if (!after.followed()) {
            forget();
            unconfirmed.clear();
            return List.of();
        }
        List<Passage> sure = List.copyOf(unconfirmed);
        unconfirmed.clear();
        if (halted) forget();
        else if (!after.driven().isEmpty()) drive(before, after);
        return sure;
    }

    /** When a stretch was entered is not known again before the next report but one. */
    private void forget() {
        entered = Double.NaN;
        halted = false;
    }

    private void drive(Whereabouts before, Whereabouts after) {
        List<Integer> keys = new ArrayList<>();
        keys.add(before.place().key());
        keys.addAll(after.driven());
        double[] free = new double[keys.size()];
        double whole = 0;
        for (int i = 0; i < free.length; i++) {
            double share = i == 0 ? 1 - before.place().share() : 1;
            if (i == free.length - 1) share = after.place().share();
            free[i] = arcs.millis(keys.get(i)) * share;
            whole += free[i];
        }
        double elapsed = Duration.between(before.at(), after.at()).toMillis();
        double at = before.at().toEpochMilli();
        for (int i = 0; i + 1 < free.length; i++) {
            at += whole == 0 ? 0 : elapsed * free[i] / whole;
            boolean turnsBack = keys.get(i) / 2 == keys.get(i + 1) / 2;
            if (!Double.isNaN(entered) && !turnsBack)
                unconfirmed.add(
                        new Passage(keys.get(i), (int) Math.round(at - entered), Instant.ofEpochMilli(Math.round(at))));
            entered = at;
        }
    }
}
