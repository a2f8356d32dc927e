package hansom.geo.pickup;

import java.util.Map;
import java.util.Set;

/** What nobody steps over on the last metres beside a way: houses, walls, water, rails, and the middle of a larger road. */
final class Barriers {
    private static final Set<String> NO_WALLS = Set.of("no", "roof", "carport", "canopy");
    private static final Set<String> WALLS =
            Set.of("wall", "fence", "city_wall", "hedge", "retaining_wall", "guard_rail", "railing", "ditch");
    private static final Set<String> WATER = Set.of("water", "coastline", "cliff");
    private static final Set<String> WATERWAYS = Set.of("river", "riverbank", "canal", "dock", "stream", "ditch");
    private static final Set<String> RAILS = Set.of("rail", "light_rail", "narrow_gauge", "subway", "monorail");
    private static final Set<String> FASTEST = Set.of("motorway", "motorway_link");

    private Barriers() {}

    static boolean isHouse(Map<String, String> tags) {
        String building = tags.getOrDefault("building", "no");
        return !NO_WALLS.contains(building) && onTheGround(tags);
    }

    static boolean isOne(Map<String, String> tags) {
        String highway = tags.getOrDefault("highway", "");
        boolean stops = WALLS.contains(tags.getOrDefault("barrier", ""))
                || WATER.contains(tags.getOrDefault("natural", ""))
                || WATERWAYS.contains(tags.getOrDefault("waterway", ""))
                || RAILS.contains(tags.getOrDefault("railway", ""))
                || FASTEST.contains(highway)
                || Footing.isBig(highway);
        return stops && onTheGround(tags);
    }

    private static boolean onTheGround(Map<String, String> tags) {
        return !Footing.isAway(tags) && !"underground".equals(tags.get("location"));
    }
}
