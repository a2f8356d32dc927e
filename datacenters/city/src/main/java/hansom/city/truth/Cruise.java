package hansom.city.truth;

import hansom.city.street.Spot;
import hansom.city.street.Way;
import java.time.Instant;

/** A car on its way: how far it has come. */
public final class Cruise {
    private final Way way;
    private final Truth truth;
    private final double habit;
    private int stretch;
    private double driven;
    private double held;
    private double speed;

    /** The habit is how much faster than others this driver is, around 1. */
    public Cruise(Way way, Truth truth, double habit) {
        this.way = way;
        this.truth = truth;
        this.habit = habit;
    }

    /** Drives on for so many seconds; says whether the end is reached. */
    public boolean drive(double seconds, Instant now) {
        double left = seconds;
        while (left > 0 && stretch < way.stretches().size()) {
            if (held > 0) {
                double waits = Math.min(held, left);
                held -= waits;
                left -= waits;
                speed = 0;
                continue;
            }
            Way.Stretch here = way.stretches().get(stretch);
            speed = Math.max(1, truth.speed(here, now) * habit);
            double ahead = here.metres() - driven;
            double can = speed * left;
            if (can < ahead) {
                driven += can;
                return false;
            }
            left -= ahead / speed;
            driven = 0;
            stretch++;
            if (here.junction()) held = truth.pause(here.to(), now) + turning(here, now);
        }
        return arrived();
    }

    private double turning(Way.Stretch from, Instant now) {
        return stretch < way.stretches().size()
                ? truth.turning(from, way.stretches().get(stretch), now)
                : 0;
    }

    public boolean arrived() {
        return stretch >= way.stretches().size();
    }

    public Spot spot() {
        if (way.isEmpty()) throw new IllegalStateException("a way that leads nowhere");
        if (arrived()) return way.stretches().getLast().to();
        Way.Stretch here = way.stretches().get(stretch);
        return here.from().towards(here.to(), driven / here.metres());
    }

    public int heading() {
        Way.Stretch here = way.stretches().get(Math.min(stretch, way.stretches().size() - 1));
        return here.from().headingTo(here.to());
    }

    /** In metres a second. */
    public double speed() {
        return arrived() ? 0 : speed;
    }
}
