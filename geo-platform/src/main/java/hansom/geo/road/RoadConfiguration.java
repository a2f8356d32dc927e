package hansom.geo.road;

import hansom.geo.map.MapFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roads of the map: imported at the first start, opened at the next. */
@Configuration(proxyBeanMethods = false)
public class RoadConfiguration {

    /** The roads of a map, for who stands outside the container. */
    public static RoadNetwork network(MapFolder map, Closings closings) {
        return new RoadNetwork(
                RoadLayer.open(map.folder(new RoadLayer())), map.extract().hash(), closings);
    }

    @Bean(destroyMethod = "close")
    RoadNetwork roadNetwork(MapFolder map, Closings closings) {
        return network(map, closings);
    }

    @Bean
    Roads roads(RoadNetwork network) {
        return new RoadTimes(network);
    }

    @Bean
    RoadQueries roadQueries(RoadNetwork network, MapFolder map) {
        return new RoadQueries(
                new RoutePlanner(network),
                new MapDescription(network, map.extract().name()));
    }
}
