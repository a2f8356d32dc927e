package hansom.geo.road;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A way from one place to another: every stretch of it, both ends' included, and how long it takes. */
record Driveway(Foothold from, Foothold to, List<Integer> keys, Duration time) {
    Driveway {
        keys = List.copyOf(keys);
    }

    /** How much of one of its stretches is driven. */
    double share(int i) {
        double until = i == keys.size() - 1 ? along(to, keys.get(i)) : 1;
        return until - (i == 0 ? along(from, keys.get(i)) : 0);
    }

    private static double along(Foothold place, int key) {
        return (place.key() & 1) == (key & 1) ? place.share() : 1 - place.share();
    }

    Driveway(Foothold from, Foothold to, int[] keys, Duration time) {
        this(from, to, Arrays.stream(keys).boxed().toList(), time);
    }

    double metres(Arcs roads) {
        double metres = -roads.metresInto(from);
        for (int key : keys.subList(0, keys.size() - 1)) metres += roads.metres(key);
        int last = keys.getLast();
        return metres + roads.metres(last) * to.along(last);
    }
}
