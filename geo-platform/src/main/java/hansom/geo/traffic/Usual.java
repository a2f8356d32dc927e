package hansom.geo.traffic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How slow the roads of each class usually are at each hour of the day (UTC): as free as the map has them until enough passages tell otherwise. */
final class Usual {
    private static final int HOURS = 24;
    private static final int MOST_CLASSES = 1_000;
    private static final double FREE_WEIGHT = 2_000;
    /** What is older than so many passages fades. */
    private static final double MOST = 50_000;

    private final double[][] weight;
    private final double[][] sum;

    Usual(int classes) {
        this.weight = new double[classes][HOURS];
        this.sum = new double[classes][HOURS];
    }

    void learn(int roadClass, int hour, double slowness, double counts) {
        weight[roadClass][hour] += counts;
        sum[roadClass][hour] += counts * slowness;
        if (weight[roadClass][hour] < MOST) return;
        weight[roadClass][hour] /= 2;
        sum[roadClass][hour] /= 2;
    }

    double slowness(int roadClass, int hour) {
        return (sum[roadClass][hour] + FREE_WEIGHT) / (weight[roadClass][hour] + FREE_WEIGHT);
    }

    Usual copy() {
        Usual copy = new Usual(weight.length);
        copy.take(this);
        return copy;
    }

    /** Takes over all that another knows; of classes that only one of them has, nothing. */
    void take(Usual other) {
        for (int roadClass = 0; roadClass < Math.min(weight.length, other.weight.length); roadClass++) {
            weight[roadClass] = other.weight[roadClass].clone();
            sum[roadClass] = other.sum[roadClass].clone();
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(weight.length);
        for (double[][] of : new double[][][] {weight, sum})
            for (double[] row : of) for (double value : row) out.writeFloat((float) value);
    }

    static Usual read(DataInput in) throws IOException {
        int classes = in.readInt();
        if (classes < 0 || classes > MOST_CLASSES) throw new IOException("%d classes of roads".formatted(classes));
        Usual usual = new Usual(classes);
        for (double[][] of : new double[][][] {usual.weight, usual.sum})
            for (double[] row : of) for (int hour = 0; hour < HOURS; hour++) row[hour] = in.readFloat();
        return usual;
    }
}
