package hansom.bench.truth;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How much longer trips take than the free graph says, by the hour of the day or of the week: the plainest correction that there is. */
final class HourFactors {
    private static final int HOURS = 24;

    private final double[] free;
    private final double[] taken;

    HourFactors(int cells) {
        this.free = new double[cells];
        this.taken = new double[cells];
    }

    void learn(Instant at, double freely, double took) {
        free[cell(at)] += freely;
        taken[cell(at)] += took;
    }

    double at(Instant at) {
        return free[cell(at)] == 0 ? 1 : taken[cell(at)] / free[cell(at)];
    }

    private int cell(Instant at) {
        OffsetDateTime then = at.atOffset(ZoneOffset.UTC);
        return (then.getHour() + HOURS * (then.getDayOfWeek().getValue() - 1)) % free.length;
    }
}
