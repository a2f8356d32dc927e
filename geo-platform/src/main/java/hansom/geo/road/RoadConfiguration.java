package hansom.geo.road;

import com.graphhopper.GraphHopper;
import hansom.engines.clock.BusinessClock;
import hansom.geo.map.MapFolder;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServedRoads servedRoads(MapFolder map, Closings closings, BusinessClock businessClock) {
        return served(map, closings, businessClock);
    }

    /** The roads of a map that may be updated, for who stands outside the container. */
    public static ServedRoads served(MapFolder map, Closings closings, Clock clock) {
        return new ServedRoads(map, folder -> network(folder, closings, clock));
    }

    @Bean
    Roads roadTimes(ServedRoads roads) {
        return new ServedTimes(roads);
    }

    @Bean
    RoadQueries roadQueries(ServedRoads roads) {
        return new RoadQueries(roads);
    }
}
