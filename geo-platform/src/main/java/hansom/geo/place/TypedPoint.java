package hansom.geo.place;

import hansom.contract.geo.Point;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a point that somebody typed or pasted instead of a name: latitude, then longitude, in degrees with at least three decimals. */
final class TypedPoint {
    private static final Pattern DEGREES = Pattern.compile(
            "\\s*([-+]?\\d{1,2}[.,]\\d{3,15})\\s*°?\\s*[NnСс]?[\\s,;]+([-+]?\\d{1,3}[.,]\\d{3,15})\\s*°?\\s*[EeВв]?\\s*");

    private TypedPoint() {}

    static Optional<Point> in(String text) {
        Matcher degrees = DEGREES.matcher(text);
        if (!degrees.matches()) return Optional.empty();
        double lat = number(degrees.group(1));
        double lng = number(degrees.group(2));
        return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? Optional.of(new Point(lat, lng)) : Optional.empty();
    }

    private static double number(String degrees) {
        return Double.parseDouble(degrees.replace(',', '.'));
    }
}
