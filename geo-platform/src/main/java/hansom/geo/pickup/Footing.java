package hansom.geo.pickup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody walks on. Along a road whose pavements are drawn by themselves nobody walks but on these. */
enum Footing {
    PATH(1.39),
    /** Straight over a square, where nothing stands in the way. */
    SQUARE(1.39),
    STEPS(0.6),
    ROAD(1.39),
    /** A road at which it matters on which side one is: tertiary and larger. */
    BIG_ROAD(1.39),
    /** Above the ground or below it, or indoors: beside it there is no way off. */
    AWAY(1.3);

    private static final Set<String> PATHS =
            Set.of("footway", "pedestrian", "path", "cycleway", "track", "bridleway", "platform");
    private static final Set<String> ROADS = Set.of("residential", "living_street", "service", "unclassified", "road");
    private static final Set<String> BIG_ROADS =
            Set.of("tertiary", "tertiary_link", "secondary", "secondary_link", "primary", "primary_link");
    private static final Set<String> FASTEST = Set.of("trunk", "trunk_link");
    private static final Set<String> INDOORS = Set.of("corridor", "elevator");
    private static final Set<String> FORBIDDEN =
            Set.of("no", "private", "use_sidepath", "military", "emergency", "agricultural", "forestry", "restricted");

    private static final List<Footing> ALL = List.of(values());

    private final double metresASecond;

    Footing(double metresASecond) {
        this.metresASecond = metresASecond;
    }

    /** Whether one may step off it anywhere. */
    boolean hasBesides() {
        return this != AWAY && this != SQUARE;
    }

    /** By which it is known on disk. */
    int number() {
        return ALL.indexOf(this);
    }

    static Footing numbered(int number) {
        return ALL.get(number);
    }

    double seconds(double metres) {
        return metres / metresASecond;
    }

    /** Whether cars drive there too. */
    boolean isRoad() {
        return this == ROAD || this == BIG_ROAD;
    }

    /** Of the tags of a way; null where nobody may walk. */
    static @Nullable Footing of(Map<String, String> tags) {
        String highway = tags.getOrDefault("highway", "");
        Footing kind = kind(highway, tags);
        if (kind == null || isForbidden(tags)) return null;
        if (kind.isRoad() && pavementsApart(tags)) return null;
        return isAway(tags) ? AWAY : kind;
    }

    /** Of the class of a road, whether it matters at which side of it one stops. */
    static boolean isBig(String highway) {
        return BIG_ROADS.contains(highway) || FASTEST.contains(highway);
    }

    private static @Nullable Footing kind(String highway, Map<String, String> tags) {
        if (PATHS.contains(highway)) return PATH;
        if (highway.equals("steps")) return STEPS;
        if (ROADS.contains(highway)) return ROAD;
        if (BIG_ROADS.contains(highway)) return BIG_ROAD;
        if (FASTEST.contains(highway)) return tags.containsKey("sidewalk") || mayWalk(tags) ? BIG_ROAD : null;
        return INDOORS.contains(highway) ? AWAY : null;
    }

    private static boolean isForbidden(Map<String, String> tags) {
        if (tags.containsKey("foot")) return FORBIDDEN.contains(tags.get("foot"));
        return FORBIDDEN.contains(tags.getOrDefault("access", "")) || "yes".equals(tags.get("motorroad"));
    }

    private static boolean mayWalk(Map<String, String> tags) {
        return Set.of("yes", "designated", "permissive").contains(tags.getOrDefault("foot", ""));
    }

    private static boolean pavementsApart(Map<String, String> tags) {
        return "separate".equals(tags.get("sidewalk"))
                || "separate".equals(tags.get("sidewalk:both"))
                || ("separate".equals(tags.get("sidewalk:left")) && "separate".equals(tags.get("sidewalk:right")));
    }

    static boolean isAway(Map<String, String> tags) {
        String tunnel = tags.getOrDefault("tunnel", "no");
        boolean under = !tunnel.equals("no") && !tunnel.equals("building_passage");
        boolean over = !tags.getOrDefault("bridge", "no").equals("no");
        boolean inside = "yes".equals(tags.get("indoor"));
        return under || over || inside || below(tags.get("layer")) || below(tags.get("level"));
    }

    private static boolean below(@Nullable String floor) {
        return floor != null && floor.startsWith("-");
    }
}
