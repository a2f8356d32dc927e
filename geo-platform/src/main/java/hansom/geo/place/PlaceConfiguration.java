package hansom.geo.place;

import hansom.geo.map.MapFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The index of places: built at the first start, opened at the next. It is also the geocoder where no other is chosen. */
@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {

    @Bean(destroyMethod = "close")
    @Fallback
    PlaceIndex placeIndex(MapFolder map) {
        return new PlaceIndex(map.folder(new PlaceLayer()));
    }

    @Bean
    PlaceQueries placeQueries(PlaceIndex index, Geocoder geocoder) {
        return new PlaceQueries(index, geocoder);
    }
}
