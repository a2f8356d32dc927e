package hansom.geo;

import hansom.engines.role.ConditionalOnRole;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the role {@code geo}: the map, its roads and places, closures, tracks, drivers' positions and matching. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("geo")
@ComponentScan({"hansom.geo.map", "hansom.geo.road", "hansom.geo.place", "hansom.geo.closure", "hansom.geo.track"})
public class GeoConfiguration {}
