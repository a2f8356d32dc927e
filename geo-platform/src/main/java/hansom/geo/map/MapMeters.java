package hansom.geo.map;

import hansom.contract.geo.MapUpdate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Which map is served, and how its updates ended and how long they took. */
final class MapMeters {
    private static final int HASH_LETTERS = 16;

    private final MeterRegistry meters;
    private final MultiGauge served;
    private volatile double seconds;

    MapMeters(MeterRegistry meters, Extract first) {
        this.meters = meters;
        this.served = MultiGauge.builder("hansom.map.served")
                .description("1 for the map that is served, by the first letters of its hash")
                .register(meters);
        Gauge.builder("hansom.map.update.seconds", this, known -> known.seconds)
                .description("how long the last update of the map took, nought while there was none")
                .strongReference(true)
                .register(meters);
        for (MapUpdate.State state : List.of(MapUpdate.State.SERVED, MapUpdate.State.FAILED))
            ended(state).increment(0);
        serve(first);
    }

    void serve(Extract map) {
        String letters = map.hash().substring(0, HASH_LETTERS);
        served.register(List.of(MultiGauge.Row.of(Tags.of("map", letters, "name", map.name()), 1)), true);
    }

    void end(MapUpdate update) {
        ended(update.state()).increment();
        seconds = update.took().toMillis() / (double) Duration.ofSeconds(1).toMillis();
    }

    private Counter ended(MapUpdate.State how) {
        return Counter.builder("hansom.map.updates")
                .description("updates of the map that have ended")
                .tag("how", how.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
