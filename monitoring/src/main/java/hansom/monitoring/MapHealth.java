package hansom.monitoring;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.MapInfo;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether roads and places answer, and of which map. */
class MapHealth extends AbstractHealthIndicator {
    private static final int SECONDS = 2;

    private final QueryGateway queries;

    MapHealth(QueryGateway queries) {
        super("roads and places do not answer");
        this.queries = queries;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        MapInfo map = queries.query(new DescribeMap(), MapInfo.class)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        health.up().withDetail("map", map.name());
    }
}
