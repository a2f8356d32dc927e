package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which town or village a point belongs to, reckoned from how far each kind of settlement reaches. */
final class Settlements {
    private static final Map<String, Integer> REACH_METRES =
            Map.of("city", 15_000, "town", 5_000, "village", 2_500, "hamlet", 1_000);

    private final List<Settlement> settlements = new ArrayList<>();

    private final Boundaries boundaries = new Boundaries();
    private final AddressTowns towns = new AddressTowns();

    private record Settlement(Point middle, double reach, Map<String, String> names) {}

    void add(Feature feature) {
        Integer reach = REACH_METRES.get(feature.tag("place"));
        if (reach != null) settlements.add(new Settlement(feature.middle(), reach, Entry.names(feature.tags())));
    }

    void add(Boundary boundary) {
        boundaries.add(boundary);
    }

    /** An address, and the town that it names. */
    void addAddress(Point point, String town) {
        towns.add(point, town);
    }

    /**
     * The names of all administrative areas around something, by which it is found too; so are the towns of the addresses around what has no
     * address of its own.
     */
    List<String> names(Entry entry) {
        List<String> names = new ArrayList<>(boundaries.namesAround(entry.point()));
        if (entry.kind() != Kind.HOUSE || entry.area().isEmpty()) names.addAll(towns.near(entry.point()));
        return names;
    }

    /**
     * The names of the settlement that the address names, else of the one that reaches furthest here, else of the municipality, else of the
     * town that addresses around name.
     */
    Map<String, String> around(Point point, String named) {
        Map<String, String> best = named.isEmpty() ? Map.of() : Map.of("", named);
        double least = 1;
        for (Settlement settlement : settlements) {
            if (!named.isEmpty() && !named.equals(settlement.names.get(""))) continue;
            double share = settlement.middle.straightTo(point).metres() / settlement.reach;
            if (share >= least) continue;
            least = share;
            best = settlement.names;
        }
        if (best.isEmpty()) best = boundaries.municipality(point);
        return best.isEmpty() ? towns.around(point) : best;
    }
}
