package hansom.node;

import hansom.command.CommandConfiguration;
import hansom.edge.EdgeConfiguration;
import hansom.engines.EnginesConfiguration;
import hansom.geo.GeoConfiguration;
import hansom.monitoring.MonitoringConfiguration;
import hansom.query.QueryConfiguration;
import hansom.saga.SagaConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All roles under one roof; each brings its beans only where it is played. */
@Configuration(proxyBeanMethods = false)
@Import({
    EnginesConfiguration.class,
    CommandConfiguration.class,
    SagaConfiguration.class,
    QueryConfiguration.class,
    GeoConfiguration.class,
    EdgeConfiguration.class,
    MonitoringConfiguration.class
})
class Roof {}
