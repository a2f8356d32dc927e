package hansom.monitoring;

import hansom.engines.Degraded;
import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** The readiness of each part as a number: 1 up, 0.5 degraded, 0 down. */
final class HealthFigures implements Figures.Reader {
    private static final String MEANING = "readiness of a part of the node: 1 up, 0.5 degraded, 0 down";

    private final HealthEndpoint health;

    HealthFigures(HealthEndpoint health) {
        this.health = health;
    }

    @Override
    public void read(Figures.Page page) {
        if (!(health.healthForPath("readiness") instanceof CompositeHealthDescriptor parts)) return;
        page.put("hansom.health", "", MEANING, Tags.of("part", "node"), number(parts.getStatus()));
        Map<String, HealthDescriptor> all = parts.getComponents();
        if (all == null) return;
        all.forEach((name, part) ->
                page.put("hansom.health", "", MEANING, Tags.of("part", name), number(part.getStatus())));
    }

    private static double number(Status status) {
        if (status.equals(Status.UP)) return 1;
        return status.equals(Degraded.STATUS) ? 0.5 : 0;
    }
}
