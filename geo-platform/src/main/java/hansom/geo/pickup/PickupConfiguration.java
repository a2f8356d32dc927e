package hansom.geo.pickup;

import hansom.contract.id.Region;
import hansom.engines.axon.ProcessorTuning;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.objects.ObjectStore;
import hansom.geo.map.MapFolder;
import hansom.geo.map.Served;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.ServedRoads;
import hansom.geo.track.TripPoints;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pick-up points: doors and ways on foot from the map, stops from what drivers do. */
@Configuration(proxyBeanMethods = false)
public class PickupConfiguration {

    /** What finds pick-up points on a map where nothing was learned yet, for who stands outside the container. */
    public static PickupQueries queries(MapFolder map, RoadNetwork network) {
        return new PickupQueries(served(map), () -> RoadConfiguration.kerbs(network), new Stops());
    }

    private static Served<PickupMap> served(MapFolder map) {
        // Its files are let go by whoever reads them last.
        return new Served<>("pickup_points", map, folder -> PickupMap.open(folder.folder(new PickupLayer())), _ -> {});
    }

    @Bean
    Served<PickupMap> servedPickupMap(MapFolder map) {
        return served(map);
    }

    @Bean
    Stops stops() {
        return new Stops();
    }

    @Bean
    PickupQueries pickupQueries(Served<PickupMap> map, ServedRoads roads, Stops stops) {
        return new PickupQueries(map, roads::kerbs, stops);
    }

    /** Reads first, so that nothing is counted twice. */
    @Bean(destroyMethod = "close")
    StopArchive stopArchive(ObjectStore objects, @Value("${hansom.region:local}") String region, Stops stops) {
        return new StopArchive(objects, Region.named(region), stops);
    }

    @Bean
    StopFollower stopFollower(StopArchive read, Stops stops, TripPoints points, Secrets secrets) {
        return new StopFollower(stops, points, new KeyedHash(secrets.bytes("stops")));
    }

    @Bean
    ProcessorTuning stopsInOrder() {
        return ProcessorTuning.oneByOne(StopFollower.GROUP);
    }
}
