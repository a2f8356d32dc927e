package hansom.geo.tile;

import hansom.geo.map.MapFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The drawn map: surveyed at the first start, opened at the next. */
@Configuration(proxyBeanMethods = false)
class TileConfiguration {

    @Bean(destroyMethod = "close")
    TileStore tileStore(MapFolder map) {
        return new TileStore(map.folder(new TileLayer()));
    }

    @Bean
    TileQueries tileQueries(TileStore store) {
        return new TileQueries(store);
    }
}
