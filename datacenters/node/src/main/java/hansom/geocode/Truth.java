package hansom.geocode;

import hansom.contract.geo.Place;
import hansom.contract.geo.Point;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Something that the extract holds and that must be found: a house, a street (all its pieces), a venue or a crossing. {@code single} when
 * nothing else in the extract, further than 50 m away, is called the same.
 */
record Truth(
        Kind kind, List<String> ids, String name, String house, String city, boolean single, List<List<Point>> lines) {
    private static final double SAME_METRES = 50;
    private static final double METRES_A_DEGREE = 111_195;

    /** What it is. */
    enum Kind {
        HOUSE,
        STREET,
        VENUE,
        CROSSING
    }

    Truth {
        ids = List.copyOf(ids);
        lines = lines.stream().map(List::copyOf).toList();
    }

    String text() {
        return house.isEmpty() ? name : name + " " + house;
    }

    /** The word by which truths are split in two halves: all houses of a street are on its side. */
    boolean tuned() {
        return ((plain(name).hashCode() * 0x9E37_79B9) >>> 31) == 0;
    }

    /** Whether a place is this: the same object, or what is called the same within 50 m of it. */
    boolean is(Place place) {
        if (kind == Kind.CROSSING) return place.kind() == Place.Kind.CROSSING && metresTo(place.point()) <= SAME_METRES;
        if (ids.contains(place.id()) && (kind == Kind.HOUSE) == (place.kind() == Place.Kind.HOUSE)) return true;
        if (kind == Kind.STREET && place.kind() != Place.Kind.STREET) return false;
        if (kind == Kind.HOUSE && place.precision() != Place.Precision.HOUSE) return false;
        return words(place.name()).equals(words(text())) && metresTo(place.point()) <= SAME_METRES;
    }

    double metresTo(Point point) {
        double least = Double.POSITIVE_INFINITY;
        for (List<Point> line : lines)
            for (int i = 0; i < line.size(); i++)
                least = Math.min(least, metres(line.get(i), line.get(Math.min(i + 1, line.size() - 1)), point));
        return least;
    }

    private static double metres(Point from, Point to, Point point) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        double x = (to.lng() - from.lng()) * narrow;
        double y = to.lat() - from.lat();
        double px = (point.lng() - from.lng()) * narrow;
        double py = point.lat() - from.lat();
        double length = x * x + y * y;
        double share = length == 0 ? 0 : Math.clamp((px * x + py * y) / length, 0, 1);
        return Math.hypot(px - share * x, py - share * y) * METRES_A_DEGREE;
    }

    Point somewhere(RandomGenerator chance) {
        List<Point> line = lines.get(chance.nextInt(lines.size()));
        return line.get(chance.nextInt(line.size()));
    }

    /** A point so far from it, in any direction. */
    Point around(RandomGenerator chance, double leastMetres, double mostMetres) {
        return moved(somewhere(chance), chance.nextDouble(leastMetres, mostMetres), chance.nextDouble(2 * Math.PI));
    }

    static Point moved(Point from, double metres, double direction) {
        double lat = from.lat() + metres * Math.cos(direction) / METRES_A_DEGREE;
        double lng = from.lng() + metres * Math.sin(direction) / METRES_A_DEGREE / Math.cos(Math.toRadians(from.lat()));
        return new Point(lat, lng);
    }

    /** The plain words of a text in no order: some countries write the house before the street. */
    static List<String> words(String text) {
        return Stream.of(plain(text).split(" ", -1)).sorted().toList();
    }

    /** Letters and digits only, without accents and capitals. */
    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
