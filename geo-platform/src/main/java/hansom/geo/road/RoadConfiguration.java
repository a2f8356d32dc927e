package hansom.geo.road;

import com.graphhopper.GraphHopper;
import hansom.engines.clock.BusinessClock;
import hansom.geo.map.MapFolder;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roads of the map: imported at the first start, opened at the next. */
@Configuration(proxyBeanMethods = false)
public class RoadConfiguration {

    /** The roads of a map, for who stands outside the container. */
    public static RoadNetwork network(MapFolder map, Closings closings) {
        return network(map, closings, Clock.systemUTC());
    }

    /** The same by another clock. */
    public static RoadNetwork network(MapFolder map, Closings closings, Clock clock) {
        Path roads = map.folder(new RoadLayer());
        Path order = map.folder(new OrderLayer(roads));
        Path signals = map.folder(new SignalLayer());
        return new RoadNetwork(
                RoadLayer.open(roads), order, signals, map.extract().hash(), closings, clock);
    }

    /** The same roads as GraphHopper alone opens them. */
    public static GraphHopper graphHopper(MapFolder map) {
        return RoadLayer.open(map.folder(new RoadLayer()));
    }

    /** What answers how long ways take on these roads. */
    public static Roads roads(RoadNetwork network) {
        return new RoadTimes(network);
    }

    /** What plans routes on these roads. */
    public static RoutePlanner planner(RoadNetwork network) {
        return new RoutePlanner(network);
    }

    /** Where cars may stop on these roads. */
    public static Kerbs kerbs(RoadNetwork network) {
        return new Kerbs(network);
    }

    @Bean(destroyMethod = "close")
    RoadNetwork roadNetwork(MapFolder map, Closings closings, BusinessClock businessClock) {
        return network(map, closings, businessClock);
    }

    @Bean
    Roads roadTimes(RoadNetwork network) {
        return roads(network);
    }

    @Bean
    RoutePlanner routePlanner(RoadNetwork network) {
        return planner(network);
    }

    @Bean
    Kerbs kerbsOfRoads(RoadNetwork network) {
        return kerbs(network);
    }

    @Bean
    RoadQueries roadQueries(RoadNetwork network, RoutePlanner planner, MapFolder map) {
        return new RoadQueries(
                planner, new MapDescription(network, map.extract().name()), new SlowRoads(network));
    }
}
