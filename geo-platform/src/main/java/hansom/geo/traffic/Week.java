package hansom.geo.traffic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How one stretch differs from itself by the hour of the week; half a kilobyte. */
final class Week {
    private static final double UNIT = 4_096;
    private static final int MOST_VISITS = 25;
    /** As many visits as it counts for that an hour is like the others. */
    private static final double LIKE_OTHERS = 4;

    private final short[] mean = new short[Hours.OF_WEEK];
    private final byte[] visits = new byte[Hours.OF_WEEK];

    void add(int hour, double ratio, double counts) {
        if (visits[hour] < MOST_VISITS) visits[hour]++;
        double before = visits[hour] == 1 ? 1 : mean[hour] / UNIT;
        double after = before + counts * (ratio - before) / visits[hour];
        mean[hour] = (short) Math.clamp(Math.round(after * UNIT), 1, Short.MAX_VALUE);
    }

    double at(int hour) {
        double known = visits[hour];
        return (known * mean[hour] / UNIT + LIKE_OTHERS) / (known + LIKE_OTHERS);
    }

    void write(DataOutput out) throws IOException {
        for (short value : mean) out.writeShort(value);
        out.write(visits);
    }

    static Week read(DataInput in) throws IOException {
        Week week = new Week();
        for (int hour = 0; hour < Hours.OF_WEEK; hour++) week.mean[hour] = in.readShort();
        in.readFully(week.visits);
        return week;
    }
}
