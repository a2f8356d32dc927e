package hansom.geo.map;

import hansom.engines.StartRefused;
import hansom.engines.clock.BusinessClock;
import hansom.engines.data.DataFolder;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the extract: the file that {@code hansom.map} names, or Monaco. */
@Configuration(proxyBeanMethods = false)
public class MapConfiguration {
    private static final String MONACO = "monaco-latest.osm.pbf";

    @Bean
    Maps maps(@Value("${hansom.map:}") String named, DataFolder data) {
        return Maps.open(named, data.folder("maps"));
    }

    @Bean
    MapFolder mapFolder(Maps maps) {
        return maps.served();
    }

    @Bean(destroyMethod = "close")
    MapUpdates mapUpdates(
            Maps maps,
            ObjectProvider<Renewable> parts,
            EventGateway events,
            BusinessClock businessClock,
            ObjectProvider<MeterRegistry> meters) {
        return new MapUpdates(
                maps,
                () -> parts.orderedStream().toList(),
                events::publish,
                businessClock,
                new MapMeters(Meters.of(meters), maps.served().extract()));
    }

    /** The extract at a path, or the one that comes with the node when the path is empty; refuses the start when it cannot be read. */
    public static Extract extract(String path) {
        try {
            return path.isBlank() ? Extract.of(MONACO, MapConfiguration::monaco) : named(Path.of(path));
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "the map %s cannot be read: %s".formatted(path.isBlank() ? MONACO : path, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static Extract named(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file))
            throw new FileNotFoundException("there is no such file, or it may not be read");
        return Extract.of(file.toString(), () -> Files.newInputStream(file));
    }

    private static InputStream monaco() throws IOException {
        InputStream in = MapConfiguration.class.getClassLoader().getResourceAsStream(MONACO);
        if (in == null) throw new FileNotFoundException("it is not on the class path; name another map");
        return in;
    }
}
