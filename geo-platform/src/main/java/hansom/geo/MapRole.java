package hansom.geo;

import hansom.engines.role.ConditionalOnRole;
import hansom.geo.matching.MatchingConfiguration;
import hansom.geo.nominatim.NominatimConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What only nodes that know the map bring. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("geo")
@ComponentScan({
    "hansom.geo.map",
    "hansom.geo.road",
    "hansom.geo.place",
    "hansom.geo.pickup",
    "hansom.geo.closure",
    "hansom.geo.track",
    "hansom.geo.traffic",
    "hansom.geo.missing",
    "hansom.geo.eta",
    "hansom.geo.tile"
})
@Import({MatchingConfiguration.class, NominatimConfiguration.class})
class MapRole {}
