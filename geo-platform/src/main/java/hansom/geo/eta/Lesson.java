package hansom.geo.eta;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Learns a model from the trips of all days but the last, and judges it on those. Least squares, in which each feature is believed to add
 * nothing until trips tell otherwise (ridge regression; Hoerl and Kennard, 1970); the longer a trip, the more it may be off.
 */
final class Lesson {
    static final int LEAST_LEARNED = 500;
    static final int LEAST_HELD_OUT = 100;
    /** One trip in so many is held out, if that is more. */
    private static final int SHARE_HELD_OUT = 5;

    static final int LEAST_DAYS = 3;
    private static final int LEAST_DAYS_HELD_OUT = 2;
    private static final int MOST_DAYS_HELD_OUT = 7;

    private final List<Trip> learned;
    private final List<Trip> heldOut;
    private final int days;
    private final int daysLearned;

    private Lesson(List<Trip> learned, List<Trip> heldOut, int days, int daysLearned) {
        this.learned = learned;
        this.heldOut = heldOut;
        this.days = days;
        this.daysLearned = daysLearned;
    }

    static Lesson of(List<Trip> trips) {
        TreeMap<LocalDate, List<Trip>> byDay =
                trips.stream().collect(Collectors.groupingBy(Trip::day, TreeMap::new, Collectors.toList()));
        int enoughTrips = Math.max(LEAST_HELD_OUT, trips.size() / SHARE_HELD_OUT);
        int held = 0;
        int days = 0;
        for (List<Trip> day : byDay.descendingMap().values()) {
            boolean enough = days >= LEAST_DAYS_HELD_OUT && held >= enoughTrips;
            if (enough || days >= MOST_DAYS_HELD_OUT) break;
            held += day.size();
            days++;
        }
        int before = byDay.size() - days;
        return new Lesson(
                byDay.values().stream().limit(before).flatMap(List::stream).toList(),
                byDay.values().stream().skip(before).flatMap(List::stream).toList(),
                days,
                before);
    }

    /** Why nothing can be learned yet; empty when something can. */
    Optional<String> lacks() {
        if (learned.size() >= LEAST_LEARNED
                && daysLearned >= LEAST_DAYS
                && heldOut.size() >= LEAST_HELD_OUT
                && days >= LEAST_DAYS_HELD_OUT) return Optional.empty();
        return Optional.of("%d trips of %d days to learn from and %d of %d to judge by; at least %d of %d and %d of %d"
                .formatted(
                        learned.size(),
                        daysLearned,
                        heldOut.size(),
                        days,
                        LEAST_LEARNED,
                        LEAST_DAYS,
                        LEAST_HELD_OUT,
                        LEAST_DAYS_HELD_OUT));
    }

    EtaModel model(int version, Instant now) {
        Map<String, Double> adds = adds();
        Verdict nothing = new Verdict(0, 0, 0, 0, 0, 0, 0, 0);
        EtaModel tried = new EtaModel(version, now, adds, nothing);
        Verdict verdict = Verdict.of(learned, heldOut, days, trip -> tried.seconds(trip.grounds(), trip.departed()));
        return new EtaModel(version, now, adds, verdict);
    }

    /** Twice: how far trips are off by themselves is known only when something has been learned. */
    private Map<String, Double> adds() {
        Map<String, Double> nothing = Map.of();
        return adds(spread(adds(spread(nothing))));
    }

    /** The mean square by which trips differ from what is told, for each second of the way. */
    private double spread(Map<String, Double> adds) {
        double sum = 0;
        for (Trip trip : learned) {
            double told = trip.byRoads();
            double[] values = Feature.values(trip.grounds(), trip.departed());
            for (int i = 0; i < values.length; i++)
                told += values[i] * adds.getOrDefault(Feature.ALL.get(i).name(), 0.0);
            sum += (trip.seconds() - told) * (trip.seconds() - told) / Math.max(1, trip.byRoads());
        }
        return Math.max(1e-6, sum / learned.size());
    }

    private Map<String, Double> adds(double spread) {
        int size = Feature.ALL.size();
        DMatrixRMaj squares = new DMatrixRMaj(size, size);
        DMatrixRMaj products = new DMatrixRMaj(size, 1);
        for (Trip trip : learned) {
            double counts = 1 / Math.max(1, trip.byRoads());
            double differs = trip.seconds() - trip.byRoads();
            double[] values = Feature.values(trip.grounds(), trip.departed());
            for (int row = 0; row < size; row++) {
                if (values[row] == 0) continue;
                products.add(row, 0, counts * values[row] * differs);
                for (int column = 0; column < size; column++)
                    squares.add(row, column, counts * values[row] * values[column]);
            }
        }
        for (int i = 0; i < size; i++) {
            double doubt = Feature.ALL.get(i).doubt();
            squares.add(i, i, spread / (doubt * doubt));
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
        DMatrixRMaj solution = new DMatrixRMaj(size, 1);
        if (!solver.setA(squares)) throw new IllegalStateException("trips that cannot be learned from");
        solver.solve(products, solution);
        Map<String, Double> adds = new HashMap<>();
        for (int i = 0; i < size; i++) adds.put(Feature.ALL.get(i).name(), solution.get(i, 0));
        return adds;
    }
}
