package hansom.geo.track;

import hansom.engines.keys.Seals;
import hansom.engines.objects.ObjectStore;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tracks of trips, made from the positions that {@link TripPoints} remembers. */
@Configuration(proxyBeanMethods = false)
public class TrackConfiguration {

    @Bean
    Tracks tracks(TripPoints points, RoadNetwork network, RoutePlanner planner, ObjectStore objects, Seals seals) {
        return new Tracks(points, new TrackMatcher(network, planner), new TrackArchive(objects, seals));
    }
}
