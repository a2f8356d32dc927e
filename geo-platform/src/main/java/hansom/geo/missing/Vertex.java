package hansom.geo.missing;

import hansom.contract.geo.Point;
import java.util.HashSet;
import java.util.Set;

/** A point of a line that was driven, its place the mean of all who passed; no more names are kept than make it known. */
record Vertex(Point point, int trips, Set<Long> drivers, Set<Long> riders) {
    Vertex {
        drivers = Set.copyOf(drivers);
        riders = Set.copyOf(riders);
    }

    static Vertex first(Point point, Witness witness) {
        return new Vertex(point, 1, Set.of(witness.driver()), Set.of(witness.rider()));
    }

    Vertex passed(Point where, Witness witness, int enough) {
        return new Vertex(
                Lane.between(point, where, 1.0 / (trips + 1)),
                trips + 1,
                with(drivers, witness.driver(), enough),
                with(riders, witness.rider(), enough));
    }

    /** Whether so many drove there, for as many, that it tells of nobody. */
    boolean isKnown(int enough) {
        return drivers.size() >= enough && riders.size() >= enough;
    }

    static Set<Long> with(Set<Long> names, long name, int enough) {
        if (names.size() >= enough || names.contains(name)) return names;
        Set<Long> more = new HashSet<>(names);
        more.add(name);
        return more;
    }
}
