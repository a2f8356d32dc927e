package hansom.geo.eta;

import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** How far what was told when a trip was quoted was from how long it took: the roads' time and the model's, whichever was heeded. */
final class EtaMeters {
    private static final double LATELY = 0.005;

    private final Told roads;
    private final Told model;

    private static final class Told {
        private final Timer error;
        private double bias;

        Told(MeterRegistry meters, String by) {
            this.error = Meters.timer("hansom.eta.error", "from what was reckoned at the quote to what the trip took")
                    .tag("by", by)
                    .register(meters);
            Gauge.builder("hansom.eta.bias", this, Told::bias)
                    .description(
                            "share of the trip's time by which lately too much was reckoned; below nought too little")
                    .tag("by", by)
                    .strongReference(true)
                    .register(meters);
        }

        synchronized double bias() {
            return bias;
        }

        synchronized void compare(Duration told, double seconds) {
            double differs = Trip.seconds(told) - seconds;
            error.record(Duration.ofMillis(Math.round(Math.abs(differs) * 1_000)));
            bias += LATELY * (differs / seconds - bias);
        }
    }

    EtaMeters(MeterRegistry meters, EtaSchool school) {
        this.roads = new Told(meters, "roads");
        this.model = new Told(meters, "model");
        gauge(meters, school, "hansom.eta.trips", "completed trips that can be learned from", EtaSchool::trips);
        gauge(
                meters,
                school,
                "hansom.eta.version",
                "the last model that was learned; nought while there is none",
                known -> known.model().map(EtaModel::version).orElse(0));
        gauge(
                meters,
                school,
                "hansom.eta.heeded",
                "1 when people are told the model's time, 0 when the roads'",
                known -> known.model().filter(EtaModel::heeded).isPresent() ? 1 : 0);
    }

    private static void gauge(
            MeterRegistry meters, EtaSchool school, String name, String meaning, ToDoubleFunction<EtaSchool> value) {
        Gauge.builder(name, school, value)
                .description(meaning)
                .strongReference(true)
                .register(meters);
    }

    void compare(Trip trip) {
        roads.compare(trip.grounds().byRoads(), trip.seconds());
        Duration modelled = trip.grounds().modelled();
        if (modelled != null) model.compare(modelled, trip.seconds());
    }
}
