package hansom.geo.place;

import hansom.geo.map.MapFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of places: built at the first start, opened at the next. */
@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {

    @Bean(destroyMethod = "close")
    PlaceIndex placeIndex(MapFolder map) {
        return new PlaceIndex(map.folder(new PlaceLayer()));
    }

    @Bean
    PlaceQueries placeQueries(PlaceIndex index) {
        return new PlaceQueries(index);
    }
}
