package hansom.geo.pickup;

import java.util.Map;
import java.util.Set;

/** Places with so many doors that riders are picked up at a named one: stations and airports. */
final class Zones {
    private static final Set<String> RAILWAY = Set.of("station", "halt");
    private static final Set<String> AEROWAY = Set.of("aerodrome", "terminal");

    private Zones() {}

    static boolean isOne(Map<String, String> tags) {
        return RAILWAY.contains(tags.getOrDefault("railway", ""))
                || "station".equals(tags.get("public_transport"))
                || "bus_station".equals(tags.get("amenity"))
                || "train_station".equals(tags.get("building"))
                || AEROWAY.contains(tags.getOrDefault("aeroway", ""));
    }
}
