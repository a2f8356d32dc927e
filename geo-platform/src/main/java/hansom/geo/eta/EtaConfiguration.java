package hansom.geo.eta;

import hansom.contract.id.Region;
import hansom.engines.axon.ProcessorTuning;
import hansom.engines.clock.BusinessClock;
import hansom.engines.meter.Meters;
import hansom.engines.objects.ObjectStore;
import hansom.geo.road.Forecast;
import hansom.geo.road.ServedRoads;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What trips teach about times. */
@Configuration(proxyBeanMethods = false)
public class EtaConfiguration {

    /** What learns from trips, for who stands outside the container. */
    public static EtaSchool school(Consumer<Forecast> roads, ObjectStore objects, Region region, Clock clock) {
        return new EtaSchool(roads, objects, region, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    EtaSchool etaSchool(
            ServedRoads roads,
            ObjectStore objects,
            @Value("${hansom.region:local}") String region,
            BusinessClock businessClock) {
        return school(roads::heed, objects, Region.named(region), businessClock);
    }

    @Bean
    EtaMeters etaMeters(ObjectProvider<MeterRegistry> meters, EtaSchool school) {
        return new EtaMeters(Meters.of(meters), school);
    }

    @Bean
    TripFollower tripFollower(EtaSchool school, EtaMeters meters) {
        return new TripFollower(trip -> {
            meters.compare(trip);
            school.note(trip);
        });
    }

    @Bean
    ProcessorTuning tripsInOrder() {
        return ProcessorTuning.oneByOne(TripFollower.GROUP);
    }
}
