package hansom.geo.missing;

import hansom.contract.id.Region;
import hansom.engines.axon.ProcessorTuning;
import hansom.engines.keys.AesGcm;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import hansom.engines.objects.ObjectStore;
import hansom.geo.map.MapFolder;
import hansom.geo.map.Served;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.ServedRoads;
import hansom.geo.track.Strayed;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Roads that drivers use and the map lacks: gathered from completed trips, held against the map when somebody asks. */
@Configuration(proxyBeanMethods = false)
public class MissingConfiguration {
    private static final int DRIVERS = 5;

    /** What gathers strays by hand, for who stands outside the container. */
    public static Gathering gathering(MapFolder map, RoadNetwork network) {
        Candidates candidates = new Candidates(Region.LOCAL, DRIVERS);
        return new Gathering(candidates, new Review(candidates, network::alongside, otherWays(map)));
    }

    private static Served<Path> otherWays(MapFolder map) {
        return new Served<>("other_ways", map, folder -> folder.folder(new OtherWaysLayer()), _ -> {});
    }

    @Bean
    Served<Path> servedOtherWays(MapFolder map) {
        return otherWays(map);
    }

    @Bean
    Candidates missingCandidates(
            @Value("${hansom.region:local}") String region, @Value("${hansom.missing.drivers:5}") int drivers) {
        return new Candidates(Region.named(region), drivers);
    }

    /** Reads first, so that nothing is counted twice. */
    @Bean(destroyMethod = "close")
    MissingArchive missingArchive(
            ObjectStore objects,
            @Value("${hansom.region:local}") String region,
            Secrets secrets,
            Candidates missingCandidates) {
        AesGcm seal = new AesGcm(secrets.bytes("missing-lines"));
        return new MissingArchive(objects, Region.named(region), seal, missingCandidates);
    }

    @Bean
    MissingFollower missingFollower(
            MissingArchive read, Candidates missingCandidates, Strayed strayed, Secrets secrets) {
        return new MissingFollower(missingCandidates, strayed, new KeyedHash(secrets.bytes("missing")));
    }

    @Bean
    Gathering missingGathering(Served<Path> otherWays, ServedRoads roads, Candidates missingCandidates) {
        return new Gathering(
                missingCandidates,
                new Review(missingCandidates, () -> roads.now().alongside(), otherWays));
    }

    @Bean
    MissingQueries missingQueries(Gathering missingGathering) {
        return new MissingQueries(missingGathering);
    }

    @Bean
    ProcessorTuning missingInOrder() {
        return ProcessorTuning.oneByOne(MissingFollower.GROUP);
    }
}
