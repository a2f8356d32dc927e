package hansom.geo.pickup;

import hansom.contract.geo.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entrance as the map has it. {@code node} is where it lies on the ways on foot, negative when it is on none; an exit of a station is
 * called by its {@code ref} or its name.
 */
record Door(Point point, Rank rank, boolean exit, int node, String name, String ref, String street, String number) {
    private static final Set<String> EXITS = Set.of("subway_entrance", "train_station_entrance");
    private static final Set<String> CLOSED = Set.of("no", "service", "emergency", "garage", "exit", "evacuation");

    /** Which of the entrances of a house its guests take. */
    enum Rank {
        MAIN,
        ANY,
        /** Kept locked, and not the main one: only where there is no other. */
        LOCKED;

        private static final List<Rank> ALL = List.of(values());

        /** By which it is known on disk. */
        int number() {
            return ALL.indexOf(this);
        }

        static Rank numbered(int number) {
            return ALL.get(number);
        }
    }

    /** Of the tags of a node; null when nobody comes out there. */
    static @Nullable Rank rank(Map<String, String> tags) {
        String entrance = tags.getOrDefault("entrance", isExit(tags) ? "yes" : "no");
        if (CLOSED.contains(entrance) || "no".equals(tags.get("access"))) return null;
        if (entrance.equals("main")) return Rank.MAIN;
        return "private".equals(tags.get("access")) ? Rank.LOCKED : Rank.ANY;
    }

    static boolean isExit(Map<String, String> tags) {
        return EXITS.contains(tags.getOrDefault("railway", ""));
    }

    /** What an exit is called; empty when it has no name of its own. */
    String called() {
        return ref.isEmpty() ? name : ref;
    }
}
