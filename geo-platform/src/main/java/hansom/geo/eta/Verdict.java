package hansom.geo.eta;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How far the roads alone and a model were from trips of days that the model had not seen, in seconds a trip and as the share by which they
 * told too much; and by how many seconds a trip the model is nearer at the least, as far as so many trips can tell.
 */
record Verdict(
        int learnedFrom,
        int heldOut,
        int days,
        double roads,
        double roadsBias,
        double model,
        double modelBias,
        double surelyNearer) {
    /** The model must be that much nearer. */
    private static final double MARGIN = 0.01;
    /** Standard errors between what was seen and what is sure; of independent trips, chance alone passes them once in two hundred models. */
    private static final double SURE = 2.6;
    /** A time that is wrong by so little in the mean is not biased. */
    private static final double UNBIASED = 0.02;

    static Verdict of(List<Trip> learned, List<Trip> heldOut, int days, ToDoubleFunction<Trip> model) {
        return new Verdict(
                learned.size(),
                heldOut.size(),
                days,
                error(heldOut, Trip::byRoads),
                bias(heldOut, Trip::byRoads),
                error(heldOut, model),
                bias(heldOut, model),
                surelyNearer(heldOut, model));
    }

    /** Trip by trip, for long trips are hard for both. */
    private static double surelyNearer(List<Trip> trips, ToDoubleFunction<Trip> model) {
        double[] nearer = trips.stream()
                .mapToDouble(trip -> Math.abs(trip.byRoads() - trip.seconds())
                        - Math.abs(model.applyAsDouble(trip) - trip.seconds()))
                .toArray();
        double mean = DoubleStream.of(nearer).average().orElse(0);
        double spread = DoubleStream.of(nearer)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElse(0);
        return mean - SURE * Math.sqrt(spread / Math.max(1, nearer.length - 1));
    }

    private static double error(List<Trip> trips, ToDoubleFunction<Trip> told) {
        return trips.stream()
                .mapToDouble(trip -> Math.abs(told.applyAsDouble(trip) - trip.seconds()))
                .average()
                .orElse(Double.NaN);
    }

    private static double bias(List<Trip> trips, ToDoubleFunction<Trip> told) {
        double all = trips.stream().mapToDouble(told).sum();
        return all / trips.stream().mapToDouble(Trip::seconds).sum() - 1;
    }

    boolean better() {
        boolean nearer = surelyNearer > 0 && model <= roads * (1 - MARGIN);
        return nearer && Math.abs(modelBias) <= Math.max(UNBIASED, Math.abs(roadsBias));
    }
}
