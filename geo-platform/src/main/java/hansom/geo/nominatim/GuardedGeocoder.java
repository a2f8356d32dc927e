package hansom.geo.nominatim;

import hansom.contract.geo.GeoQuery.ReversePlace;
import hansom.contract.geo.GeoQuery.SearchPlaces;
import hansom.contract.geo.Place;
import hansom.engines.meter.Meters;
import hansom.geo.place.Geocoder;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a remote geocoder as long as it answers, and the index instead whenever it is gone, slow, overrun or finds nothing. After too many
 * failures it is left alone for a while; so many at once may wait for it and no more.
 */
final class GuardedGeocoder implements Geocoder {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedGeocoder.class);
    private static final int AT_ONCE = 16;
    private static final CircuitBreakerConfig RULES = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .slowCallDurationThreshold(Duration.ofSeconds(1))
            .slowCallRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(3)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .recordException(failure -> !(failure instanceof NominatimAway away) || away.ofTheService())
            .build();

    private final Geocoder remote;
    private final Geocoder index;
    private final MeterRegistry meters;
    private final Timer answers;
    private final CircuitBreaker breaker = CircuitBreaker.of("geocoder", RULES);
    private final Semaphore room = new Semaphore(AT_ONCE);

    GuardedGeocoder(Geocoder remote, Geocoder index, MeterRegistry meters) {
        this.remote = remote;
        this.index = index;
        this.meters = meters;
        answers = Meters.timer("hansom.geocoder.remote", "answers of the remote geocoder, and what it took to get none")
                .register(meters);
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn("the geocoder's circuit: {}", change.getStateTransition()));
    }

    @Override
    public List<Place> search(SearchPlaces asked) {
        return first(geocoder -> geocoder.search(asked));
    }

    @Override
    public List<Place> reverse(ReversePlace asked) {
        return first(geocoder -> geocoder.reverse(asked));
    }

    /** Whether it is left alone just now. */
    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private List<Place> first(Function<Geocoder, List<Place>> question) {
        String why = "full";
        if (room.tryAcquire()) {
            try {
                List<Place> found = breaker.executeSupplier(() -> answers.record(() -> question.apply(remote)));
                if (found != null && !found.isEmpty()) return found;
                why = "nothing";
            } catch (CallNotPermittedException open) {
                why = "open";
            } catch (NominatimAway away) {
                why = away.why().name().toLowerCase(Locale.ROOT);
                LOG.debug("the geocoder gave no answer: {}", away.getMessage());
            } catch (RuntimeException unforeseen) {
                why = "broken";
                LOG.warn("the geocoder's answer could not be understood", unforeseen);
            } finally {
                room.release();
            }
        }
        meters.counter("hansom.geocoder.fallbacks", "why", why).increment();
        return question.apply(index);
    }
}
