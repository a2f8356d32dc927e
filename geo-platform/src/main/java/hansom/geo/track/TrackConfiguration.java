package hansom.geo.track;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.engines.keys.Seals;
import hansom.engines.objects.ObjectStore;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.RoutePlanner;
import hansom.geo.road.ServedRoads;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tracks of trips, made from the positions that {@link TripPoints} remembers. */
@Configuration(proxyBeanMethods = false)
public class TrackConfiguration {

    /** What finds the roads that positions of a car were driven on, for who stands outside the container. */
    public static Function<List<DriverPosition>, Driven> matcher(RoadNetwork network, RoutePlanner planner) {
        TrackMatcher matcher = new TrackMatcher(network, planner);
        return positions -> matcher.match(Recording.of(positions), VehicleType.CAR);
    }

    @Bean
    TrackArchive trackArchive(ObjectStore objects, Seals seals) {
        return new TrackArchive(objects, seals);
    }

    @Bean
    Tracks tracks(TripPoints points, ServedRoads roads, TrackArchive archive) {
        return new Tracks(points, () -> new TrackMatcher(roads.now(), roads.planner()), archive);
    }

    /** Where the recordings of kept tracks strayed from the roads. */
    @Bean
    Strayed strayed(TrackArchive archive) {
        return (file, rider) -> archive.read(file, rider)
                .flatMap(track -> Optional.ofNullable(track.strays()))
                .orElse(List.of());
    }
}
