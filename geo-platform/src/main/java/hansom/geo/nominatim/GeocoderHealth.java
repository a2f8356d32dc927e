package hansom.geo.nominatim;

import hansom.engines.Degraded;
import hansom.engines.StartRefused;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the chosen geocoder answers. Without it the node serves all the same, from the index. */
@Configuration(proxyBeanMethods = false)
public class GeocoderHealth {
    private static final List<String> ENGINES = List.of("embedded", "nominatim", "nominatim-api");

    @Bean
    HealthIndicator geocoderHealthIndicator(
            @Value("${" + NominatimConfiguration.ENGINE + ":embedded}") String engine,
            @Value("${hansom.nominatim.url:}") String url,
            ObjectProvider<GuardedGeocoder> remote) {
        if (!ENGINES.contains(engine))
            throw new StartRefused(
                    "%s is one of %s, not '%s'".formatted(NominatimConfiguration.ENGINE, ENGINES, engine));
        GuardedGeocoder guarded = remote.getIfAvailable();
        if (guarded == null) return () -> Health.up().build();
        ThinNominatim status = new ThinNominatim(NominatimConfiguration.url(url), "hansom");
        return () -> !guarded.isOpen() && status.serves()
                ? Health.up().build()
                : Health.status(Degraded.STATUS)
                        .withDetail("error", "does not answer")
                        .build();
    }
}
