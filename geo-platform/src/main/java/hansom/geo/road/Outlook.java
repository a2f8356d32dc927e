package hansom.geo.road;

import java.time.Duration;

/**
 * How long a way takes when the traffic of now fades into the usual while it is driven, by half in ten minutes, as what is learned does. Speed
 * depends on the time of day alone and not on when a stretch was entered, so nobody arrives earlier for having left later (Ichoua, Gendreau
 * and Potvin, 2003).
 */
final class Outlook {
    private static final double HALF_LIFE_MILLIS = Duration.ofMinutes(10).toMillis();
    /** Within a minute the speed stays. */
    private static final double MINUTE = 60_000;

    private Outlook() {}

    /** Of a way that begins so much later than now. */
    static Duration time(Driveway way, Weights weights, Duration later) {
        double at = later.toMillis();
        double faded = 0;
        int last = way.keys().size() - 1;
        for (int i = 0; i <= last; i++) {
            int key = way.keys().get(i);
            double part = way.share(i);
            double now = part * weights.millis(key);
            double taken = weights.millis(key) == weights.usualMillis(key)
                    ? now
                    : drive(at, part, weights.millis(key), weights.usualMillis(key)) - at;
            faded += taken - now;
            at += taken + (i == last ? 0 : turn(weights, key, way.keys().get(i + 1)));
        }
        return way.time().plusMillis(Math.round(faded));
    }

    private static double turn(Weights weights, int from, int to) {
        int step = weights.metric().hierarchy().steps().between(from, to);
        return weights.metric().cost(step) - weights.millis(from);
    }

    /** When this part of a stretch is done that takes so long now and so long usually; all in milliseconds from now. */
    static double drive(double begun, double part, double now, double usually) {
        double at = begun;
        double rest = part;
        for (double minute = Math.floor(at / MINUTE); ; minute++) {
            double weight = Math.pow(0.5, (minute + 0.5) * MINUTE / HALF_LIFE_MILLIS);
            double speed = weight / now + (1 - weight) / usually;
            double end = (minute + 1) * MINUTE;
            if (at + rest / speed <= end) return at + rest / speed;
            rest -= (end - at) * speed;
            at = end;
        }
    }
}
