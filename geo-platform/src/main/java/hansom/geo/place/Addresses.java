package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which house stands on which street. A street that the map knows by its houses alone is a street all the same. */
final class Addresses {
    private static final double ON_THE_STREET_METRES = 1_500;

    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, List<Entry>> houses = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> streets;

    Addresses(List<Entry> streets) {
        this.streets = new ArrayList<>(streets);
        for (Entry street : streets)
            byName.computeIfAbsent(name(street.names()), first -> new ArrayList<>())
                    .add(street);
    }

    /** A house that several elements carry is kept once. */
    void add(Entry house) {
        String near = "%.3f %.3f".formatted(house.point().lat(), house.point().lng());
        if (!seen.add(name(house.street()) + '\n' + house.house() + '\n' + near)) return;
        Entry street = nearest(house);
        if (street == null) {
            street = ofHouse(house);
            streets.add(street);
            byName.computeIfAbsent(name(house.street()), first -> new ArrayList<>())
                    .add(street);
        }
        houses.computeIfAbsent(street.id(), first -> new ArrayList<>()).add(house);
    }

    private @Nullable Entry nearest(Entry house) {
        Entry best = null;
        double least = ON_THE_STREET_METRES;
        for (Entry street : byName.getOrDefault(name(house.street()), List.of()))
            for (Point point : street.along()) {
                double metres = point.straightTo(house.point()).metres();
                if (metres >= least) continue;
                least = metres;
                best = street;
            }
        return best;
    }

    private static Entry ofHouse(Entry house) {
        return new Entry(
                "s" + house.id(),
                Kind.STREET,
                house.street(),
                List.of(),
                Map.of(),
                null,
                house.area(),
                house.point(),
                Precision.STREET,
                List.of(house.point()));
    }

    private static String name(Map<String, String> names) {
        return Words.joined(Entry.in("", names));
    }

    List<Entry> streets() {
        return List.copyOf(streets);
    }

    /** Takes a house and the id of its street. */
    interface Taker {
        void take(Entry house, String street) throws IOException;
    }

    /** Gives the houses street by street. */
    void houses(Taker taker) throws IOException {
        for (Map.Entry<String, List<Entry>> street : houses.entrySet())
            for (Entry house : street.getValue()) taker.take(house, street.getKey());
    }
}
