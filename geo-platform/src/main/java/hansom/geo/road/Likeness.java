package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import hansom.geo.road.Nearby.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds places and ways on the roads of one map again on those of another. A stretch is the same where it lies on the same way of OpenStreetMap
 * between the same ends and is as long; whatever else was drawn anew is another road.
 */
final class Likeness {
    private static final double BESIDE_METRES = 3;
    private static final double AS_LONG_METRES = 1;

    private final RoadNetwork before;
    private final Stretches namesBefore;
    private final Arcs arcsBefore;
    private final Stretches names;
    private final Ground ground;

    Likeness(RoadNetwork before, RoadNetwork now, VehicleType vehicle) {
        this.before = before;
        this.namesBefore = before.stretches();
        this.arcsBefore = before.ground(vehicle).arcs();
        this.names = now.stretches();
        this.ground = now.ground(vehicle);
    }

    /** The same place, where the vehicle may still drive in this direction. */
    Optional<Foothold> place(Foothold was) {
        return places(was).stream().findFirst();
    }

    /** On the stretch and on all its copies. */
    private List<Foothold> places(Foothold was) {
        Point at = new Lines(before.graph()).at(was);
        return ground.nearby().around(at, BESIDE_METRES).stream()
                .map(Candidate::place)
                .filter(place -> same(was.key(), place.key()))
                .map(place -> new Foothold(place.key(), was.share()))
                .toList();
    }

    private boolean same(int was, int is) {
        return Math.abs(arcsBefore.metres(was) - ground.arcs().metres(is)) < AS_LONG_METRES
                && namesBefore.name(was).equals(names.name(is));
    }

    /** The same way, where each of its stretches is there and each may still be entered from the one before. */
    Optional<Driveway> way(Driveway was) {
        List<Map<Integer, Integer>> entered = new ArrayList<>();
        Map<Integer, Integer> front = new HashMap<>();
        Foothold from = new Foothold(was.keys().getFirst(), was.from().share());
        places(from).forEach(place -> front.put(place.key(), place.key()));
        entered.add(front);
        for (int key : was.keys().subList(1, was.keys().size()))
            entered.add(entered(entered.getLast().keySet(), key));
        return entered.getLast().keySet().stream().findFirst().map(end -> way(was, entered, end));
    }

    /** What the next stretch and its copies are now, each with one from which it is entered. */
    private Map<Integer, Integer> entered(Iterable<Integer> from, int next) {
        Map<Integer, Integer> entered = new HashMap<>();
        for (int key : from)
            for (int step = ground.steps().first(key); step < ground.steps().first(key + 1); step++) {
                int head = ground.steps().head(step);
                if (ground.may().test(step) && same(next, head)) entered.put(head, key);
            }
        return entered;
    }

    private static Driveway way(Driveway was, List<Map<Integer, Integer>> entered, int end) {
        List<Integer> keys = new ArrayList<>();
        int key = end;
        for (int i = entered.size() - 1; i >= 0; i--) {
            keys.addFirst(key);
            key = entered.get(i).getOrDefault(key, key);
        }
        Foothold from = new Foothold(keys.getFirst(), was.from().share());
        Foothold to = new Foothold(end, was.to().along(was.keys().getLast()));
        return new Driveway(from, to, keys, Duration.ZERO);
    }
}
