package hansom.engines.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where events stand in the store's one order, which reading a single stream does not tell. */
public final class EventPlaces {

    private final JdbcClient jdbc;

    EventPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of each of these events that is stored. */
    public Map<String, Long> of(Collection<String> events) {
        if (events.isEmpty()) return Map.of();
        var places = new HashMap<String, Long>();
        jdbc.sql("SELECT event_id, global_index FROM domain_event WHERE event_id IN (:events)")
                .param("events", events)
                .query(row -> {
                    places.put(row.getString("event_id"), row.getLong("global_index"));
                });
        return places;
    }
}
