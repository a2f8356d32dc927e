package hansom.geo.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * What the passages over one stretch say: their mean slowness, and how many they count for at {@code at}. Slowness is the time that was taken
 * over that on the free road, so its mean is that of times. A passage counts for half after ten minutes, so that a jam is forgotten, and
 * once more for half when the next one tells quite another thing.
 */
record Learned(double weight, double slowness, Instant at) {
    private static final double HALF_LIFE_MILLIS = Duration.ofMinutes(10).toMillis();
    /** As many passages as what is usual counts for. */
    private static final double USUAL_WEIGHT = 2;

    private static final double NEWS = 1.6;
    private static final double BELIEVED_STILL = 0.5;
    private static final double FORGOTTEN = 0.02;

    double weightAt(Instant now) {
        return weight * Math.pow(0.5, Math.max(0, Duration.between(at, now).toMillis()) / HALF_LIFE_MILLIS);
    }

    Learned and(Learned fresh) {
        Instant later = fresh.at.isAfter(at) ? fresh.at : at;
        double old = weightAt(later) * (isNews(fresh) ? BELIEVED_STILL : 1);
        double young = fresh.weightAt(later);
        return new Learned(old + young, (old * slowness + young * fresh.slowness) / (old + young), later);
    }

    /** Much slower, or much faster: a jam has come or gone, and what was seen before counts less. */
    private boolean isNews(Learned fresh) {
        return fresh.slowness > NEWS * slowness || fresh.slowness * NEWS < slowness;
    }

    /** Between what is usual and what was seen: nearer to the latter the more has been seen lately. */
    double with(double usual, Instant now) {
        double seen = weightAt(now);
        return (seen * slowness + USUAL_WEIGHT * usual) / (seen + USUAL_WEIGHT);
    }

    boolean isForgotten(Instant now) {
        return weightAt(now) < FORGOTTEN;
    }
}
