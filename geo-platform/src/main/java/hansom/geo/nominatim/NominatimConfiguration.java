package hansom.geo.nominatim;

import hansom.engines.StartRefused;
import hansom.engines.meter.Meters;
import hansom.geo.place.Geocoder;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The geocoder of whole texts and points that {@code hansom.engines.geocoder} chooses instead of the index: {@code nominatim} or
 * {@code nominatim-api}, both at {@code hansom.nominatim.url}.
 */
@Configuration(proxyBeanMethods = false)
public class NominatimConfiguration {
    static final String ENGINE = "hansom.engines.geocoder";

    /** An address of a service as it is used; refuses the start when it is none. */
    static String url(String named) {
        if (!isAddress(named))
            throw new StartRefused("a Nominatim needs hansom.nominatim.url, such as http://127.0.0.1:8088; it is '%s'"
                    .formatted(named));
        return named.strip().replaceFirst("/+$", "");
    }

    private static boolean isAddress(String named) {
        try {
            URI url = URI.create(named.strip());
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null && url.getQuery() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** By the adapter of our own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = ENGINE, havingValue = "nominatim")
    static class Thin {
        @Bean
        GuardedGeocoder nominatimGeocoder(
                @Value("${hansom.nominatim.url:}") String url,
                @Value("${hansom.nominatim.agent:hansom}") String agent,
                @Qualifier("placeIndex") Geocoder index,
                ObjectProvider<MeterRegistry> meters) {
            ThinNominatim thin = new ThinNominatim(url(url), agent);
            return new GuardedGeocoder(new NominatimGeocoder(thin), index, Meters.of(meters));
        }
    }

    /** By the named library. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = ENGINE, havingValue = "nominatim-api")
    static class Library {
        @Bean
        DudieNominatim dudieNominatim(
                @Value("${hansom.nominatim.url:}") String url,
                @Value("${hansom.nominatim.agent:hansom}") String agent,
                @Value("${hansom.nominatim.email:}") String email) {
            return new DudieNominatim(url(url), agent, email);
        }

        @Bean
        GuardedGeocoder nominatimGeocoder(
                DudieNominatim dudie, @Qualifier("placeIndex") Geocoder index, ObjectProvider<MeterRegistry> meters) {
            return new GuardedGeocoder(new NominatimGeocoder(dudie), index, Meters.of(meters));
        }
    }
}
