package hansom.geo.traffic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * How slow the roads of each class usually are at each hour of the week. All that is heard within an hour of one day is one opinion, however
 * many tell it, for it may have been a jam; and each hour is believed to be like those of its kind (the same hour of working days, or of the
 * week's end), those like the class at any hour, and the class as free as the map has it, until enough days tell otherwise.
 */
final class Usual {
    private static final int MOST_CLASSES = 1_000;
    private static final int KINDS = 48;
    private static final int FRIDAY_ENDS = 120;
    /** As many hours as each belief counts for. */
    private static final double FREE_HOURS = 20;

    private static final double CLASS_HOURS = 3;
    private static final double KIND_HOURS = 3;
    /** What is older fades. */
    private static final double[] MOST_HOURS = {2_400, 60, 12};
    /** With so many passages an hour is half an opinion. */
    private static final double HALF_HEARD = 20;

    private final int classes;
    /** Of the class, of the kinds of hours, and of the hours of the week. */
    private final double[][] weight;

    private final double[][] sum;
    private final double[] heard;
    private final double[] heardSum;
    private int hour = Integer.MIN_VALUE;

    Usual(int classes) {
        this.classes = classes;
        this.weight = levels(classes);
        this.sum = levels(classes);
        this.heard = new double[classes];
        this.heardSum = new double[classes];
    }

    private static double[][] levels(int classes) {
        return new double[][] {new double[classes], new double[classes * KINDS], new double[classes * Hours.OF_WEEK]};
    }

    void learn(int roadClass, int at, double slowness, double counts) {
        if (at < hour) return;
        until(at);
        heard[roadClass] += counts;
        heardSum[roadClass] += counts * slowness;
    }

    /** What was heard in an hour becomes an opinion when the hour is over. */
    void until(int now) {
        if (now <= hour) return;
        for (int roadClass = 0; roadClass < classes; roadClass++) {
            double passages = heard[roadClass];
            if (passages == 0) continue;
            double mean = heardSum[roadClass] / passages;
            double counts = passages / (passages + HALF_HEARD);
            for (int level = 0; level < weight.length; level++) add(level, cell(level, roadClass, hour), mean, counts);
            heard[roadClass] = 0;
            heardSum[roadClass] = 0;
        }
        hour = now;
    }

    private void add(int level, int cell, double mean, double counts) {
        weight[level][cell] += counts;
        sum[level][cell] += counts * mean;
        if (weight[level][cell] < MOST_HOURS[level]) return;
        weight[level][cell] /= 2;
        sum[level][cell] /= 2;
    }

    private static int cell(int level, int roadClass, int hour) {
        int ofWeek = Hours.ofWeek(hour);
        return switch (level) {
            case 0 -> roadClass;
            case 1 -> roadClass * KINDS + ofWeek % 24 + (ofWeek < FRIDAY_ENDS ? 0 : 24);
            default -> roadClass * Hours.OF_WEEK + ofWeek;
        };
    }

    double slowness(int roadClass, Instant at) {
        return Hours.evenly(at, hour -> ofHour(roadClass, hour));
    }

    private double ofHour(int roadClass, int at) {
        double believed = believed(0, roadClass, at, 1, FREE_HOURS);
        believed = believed(1, roadClass, at, believed, CLASS_HOURS);
        return believed(2, roadClass, at, believed, KIND_HOURS);
    }

    private double believed(int level, int roadClass, int at, double before, double hours) {
        int cell = cell(level, roadClass, at);
        return (sum[level][cell] + before * hours) / (weight[level][cell] + hours);
    }

    Usual copy() {
        Usual copy = new Usual(classes);
        copy.take(this);
        return copy;
    }

    /** Takes over all that another knows, of as many classes as both have. */
    void take(Usual other) {
        int both = Math.min(classes, other.classes);
        for (int level = 0; level < weight.length; level++) {
            int cells = both * weight[level].length / Math.max(1, classes);
            System.arraycopy(other.weight[level], 0, weight[level], 0, cells);
            System.arraycopy(other.sum[level], 0, sum[level], 0, cells);
        }
        System.arraycopy(other.heard, 0, heard, 0, both);
        System.arraycopy(other.heardSum, 0, heardSum, 0, both);
        hour = other.hour;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(hour);
        for (double[][] of : new double[][][] {weight, sum, {heard, heardSum}})
            for (double[] row : of) for (double value : row) out.writeFloat((float) value);
    }

    static Usual read(DataInput in) throws IOException {
        int classes = in.readInt();
        if (classes < 0 || classes > MOST_CLASSES) throw new IOException("%d classes of roads".formatted(classes));
        Usual usual = new Usual(classes);
        usual.hour = in.readInt();
        for (double[][] of : new double[][][] {usual.weight, usual.sum, {usual.heard, usual.heardSum}})
            for (double[] row : of) for (int i = 0; i < row.length; i++) row[i] = in.readFloat();
        return usual;
    }
}
