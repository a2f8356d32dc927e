package hansom.geo.matching;

import hansom.engines.role.ConditionalOnRole;
import hansom.geo.position.Cars;
import hansom.geo.road.Roads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Matching rounds, answered where the map and the board are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("geo")
public class MatchingConfiguration {

    @Bean
    Matching matching(Cars cars, Roads roads) {
        return new Matching(Candidates.of(cars), roads);
    }
}
