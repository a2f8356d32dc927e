package hansom.geo.tile;

import hansom.geo.map.MapFolder;
import hansom.geo.map.Served;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The drawn map: surveyed at the first start, opened at the next. */
@Configuration(proxyBeanMethods = false)
class TileConfiguration {

    @Bean(destroyMethod = "close")
    Served<TileStore> servedTiles(MapFolder map) {
        return new Served<>("tiles", map, TileStore::of, TileStore::close);
    }

    @Bean
    TileQueries tileQueries(Served<TileStore> tiles) {
        return new TileQueries(tiles);
    }
}
