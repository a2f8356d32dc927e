package hansom.geo.eta;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far the roads alone and a model were from trips of days that the model had not seen, in seconds a trip and as the share by which they
 * told too much.
 */
record Verdict(int learnedFrom, int heldOut, int days, double roads, double roadsBias, double model, double modelBias) {
    /** The model must be that much nearer. */
    static final double MARGIN = 0.03;
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
                bias(heldOut, model));
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
        return model <= roads * (1 - MARGIN) && Math.abs(modelBias) <= Math.max(UNBIASED, Math.abs(roadsBias));
    }
}
