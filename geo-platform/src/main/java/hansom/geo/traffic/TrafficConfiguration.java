package hansom.geo.traffic;

import hansom.contract.id.Region;
import hansom.engines.clock.BusinessClock;
import hansom.engines.objects.ObjectStore;
import hansom.geo.road.ServedRoads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traffic as it is learned, remembered, and heeded by the roads. */
@Configuration(proxyBeanMethods = false)
public class TrafficConfiguration {

    @Bean
    LiveTraffic liveTraffic(ServedRoads roads, BusinessClock businessClock) {
        return new LiveTraffic(roads.now().stretches(), businessClock);
    }

    /** What keeps what is learned in a region over restarts, for who stands outside the container. */
    public static SpeedArchive archive(ObjectStore objects, Region region, SegmentSpeeds speeds) {
        return new SpeedArchive(objects, region, () -> speeds);
    }

    @Bean(destroyMethod = "close")
    SpeedArchive speedArchive(
            ObjectStore objects,
            @Value("${hansom.region:local}") String region,
            LiveTraffic traffic,
            ServedRoads roads) {
        SpeedArchive archive = new SpeedArchive(objects, Region.named(region), traffic::speeds);
        archive.start();
        roads.follow(traffic::on);
        return archive;
    }
}
