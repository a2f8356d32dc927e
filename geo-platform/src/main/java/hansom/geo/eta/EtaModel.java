package hansom.geo.eta;

import hansom.contract.geo.Grounds;
import hansom.geo.road.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many seconds each {@link Feature} of a way adds to what the roads say, as was learned from trips: a sum that everybody can reckon
 * again. Kept under its version for ever, with what it was judged by. Half of what the roads say, or more than twice of it, is never told.
 */
record EtaModel(int version, Instant made, Map<String, Double> adds, Verdict verdict) implements Forecast {
    private static final double LEAST = 0.5;
    private static final double MOST = 2.5;

    EtaModel {
        adds = Map.copyOf(adds);
    }

    @Override
    public String name() {
        return "eta-" + version;
    }

    @Override
    public Optional<Duration> time(Grounds grounds, Instant departs) {
        return Optional.of(Duration.ofMillis(Math.round(seconds(grounds, departs) * 1_000)));
    }

    double seconds(Grounds grounds, Instant departs) {
        double[] values = Feature.values(grounds, departs);
        double byRoads = Trip.seconds(grounds.byRoads());
        double seconds = byRoads;
        for (int i = 0; i < values.length; i++)
            seconds += values[i] * adds.getOrDefault(Feature.ALL.get(i).name(), 0.0);
        return Math.clamp(seconds, LEAST * byRoads, MOST * byRoads);
    }

    @Override
    public boolean heeded() {
        return verdict.better();
    }
}
