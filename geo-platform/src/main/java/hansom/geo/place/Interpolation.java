package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a house should stand that the map does not hold: at a house with the same number and another letter, else between the nearest
 * two on its side of the street, in proportion to their numbers, when these are near enough to say so.
 */
final class Interpolation {
    private static final int MOST_NUMBERS_APART = 20;
    private static final double MOST_METRES_APART = 400;
    private static final int MOST_DIGITS = 5;

    private Interpolation() {}

    static Optional<Entry> on(Entry street, String number, List<Digest> houses) {
        int wanted = leading(number);
        if (wanted == 0) return Optional.empty();
        TreeMap<Integer, Point> side = new TreeMap<>();
        for (Digest house : houses)
            for (String other : house.numbers()) {
                int known = leading(other);
                if (known > 0 && (known - wanted) % 2 == 0)
                    side.putIfAbsent(known, house.points().getFirst());
            }
        Point same = side.get(wanted);
        if (same != null) return Optional.of(house(street, number, same));
        Map.Entry<Integer, Point> below = side.lowerEntry(wanted);
        Map.Entry<Integer, Point> above = side.higherEntry(wanted);
        if (below == null || above == null) return Optional.empty();
        int apart = above.getKey() - below.getKey();
        double metres = below.getValue().straightTo(above.getValue()).metres();
        if (apart > MOST_NUMBERS_APART || metres > MOST_METRES_APART) return Optional.empty();
        double share = (double) (wanted - below.getKey()) / apart;
        return Optional.of(house(street, number, between(below.getValue(), above.getValue(), share)));
    }

    private static Point between(Point from, Point to, double share) {
        return new Point(from.lat() + (to.lat() - from.lat()) * share, from.lng() + (to.lng() - from.lng()) * share);
    }

    private static Entry house(Entry street, String number, Point point) {
        return new Entry(
                "i" + street.id() + "-" + number,
                Kind.HOUSE,
                Map.of(),
                new ArrayList<>(),
                street.names(),
                number,
                street.area(),
                point,
                Precision.INTERPOLATED,
                List.of());
    }

    /** The number that a house's number begins with; 0 when it begins with none. */
    private static int leading(String number) {
        int end = 0;
        while (end < number.length() && end < MOST_DIGITS && Character.isDigit(number.charAt(end))) end++;
        return end == 0 ? 0 : Integer.parseInt(number, 0, end, 10);
    }
}
