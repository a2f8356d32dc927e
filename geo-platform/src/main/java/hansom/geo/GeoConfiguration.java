package hansom.geo;

import hansom.geo.nominatim.GeocoderHealth;
import hansom.geo.position.PositionConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything of the role {@code geo}: the map, its roads and places, closures, tracks, drivers' positions and matching. On nodes of the
 * role {@code edge} only the ways by which positions go in and come out.
 */
@Configuration(proxyBeanMethods = false)
@Import({PositionConfiguration.class, MapRole.class, GeocoderHealth.class})
public class GeoConfiguration {}
