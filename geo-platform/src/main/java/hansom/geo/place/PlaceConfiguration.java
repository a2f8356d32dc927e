package hansom.geo.place;

import hansom.geo.map.MapFolder;
import hansom.geo.map.Served;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The index of places: built at the first start, opened at the next. It is also the geocoder where no other is chosen. */
@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {

    @Bean(destroyMethod = "close")
    Served<PlaceIndex> servedPlaces(MapFolder map) {
        return new Served<>(
                "places", map, folder -> new PlaceIndex(folder.folder(new PlaceLayer())), PlaceIndex::close);
    }

    @Bean
    @Fallback
    ServedIndex placeIndex(Served<PlaceIndex> places) {
        return new ServedIndex(places);
    }

    @Bean
    PlaceQueries placeQueries(ServedIndex index, Geocoder geocoder) {
        return new PlaceQueries(index, geocoder);
    }
}
