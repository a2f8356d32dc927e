package hansom.geo.traffic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much slower one stretch usually is than the roads of its class: the lights at its end, its bends. All passages within an hour are one
 * visit, so that one jam is no habit. Who has been visited often enough has a {@link Week} of its own.
 */
final class Habit {
    static final double VISITS_FOR_A_WEEK = 40;
    /** As many visits as it counts for that a stretch is like others of its class. */
    private static final double LIKE_OTHERS = 8;

    private static final double MOST_VISITS = 200;
    /** Until so many visits a mean above {@link #SLOWEST_AT_FIRST} may come from one jam. */
    private static final double KNOWN_VISITS = 8;

    private static final double SLOWEST_AT_FIRST = 3;

    private double visits;
    private double sum;
    private int hour = Integer.MIN_VALUE;
    private double passages;
    private double passagesSum;
    private @Nullable Week week;

    /** {@code ratio}: of the passage's slowness to that of the class at that hour; {@code slowest}: more than that is no habit. */
    void learn(int at, double ratio, double slowest, double counts) {
        if (at < hour) return;
        until(at);
        passages += counts;
        passagesSum += counts * Math.min(slowest, ratio);
    }

    /** A visit counts when its hour is over. */
    void until(int now) {
        if (now <= hour) return;
        if (passages > 0) {
            double mean = passagesSum / passages;
            double counts = Math.min(1, passages);
            if (week != null) week.add(Hours.ofWeek(hour), mean / always(), counts);
            visits += counts;
            sum += counts * mean;
            if (visits > MOST_VISITS) {
                visits /= 2;
                sum /= 2;
            }
            passages = 0;
            passagesSum = 0;
        }
        hour = now;
    }

    double at(Instant when) {
        Week own = week;
        return own == null ? always() : always() * Hours.evenly(when, hour -> own.at(Hours.ofWeek(hour)));
    }

    private double always() {
        double believed = visits < KNOWN_VISITS ? Math.min(sum, visits * SLOWEST_AT_FIRST) : sum;
        return (believed + LIKE_OTHERS) / (visits + LIKE_OTHERS);
    }

    /** Whether it is visited often enough for a week of its own and has none. */
    boolean deservesAWeek() {
        return week == null && visits >= VISITS_FOR_A_WEEK;
    }

    void giveWeek() {
        week = new Week();
    }

    boolean hasWeek() {
        return week != null;
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat((float) visits);
        out.writeFloat((float) sum);
        out.writeInt(hour);
        out.writeFloat((float) passages);
        out.writeFloat((float) passagesSum);
        out.writeBoolean(week != null);
        if (week != null) week.write(out);
    }

    static Habit read(DataInput in) throws IOException {
        Habit habit = new Habit();
        habit.visits = in.readFloat();
        habit.sum = in.readFloat();
        habit.hour = in.readInt();
        habit.passages = in.readFloat();
        habit.passagesSum = in.readFloat();
        if (in.readBoolean()) habit.week = Week.read(in);
        return habit;
    }
}
