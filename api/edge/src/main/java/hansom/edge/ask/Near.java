package hansom.edge.ask;

import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A point in the query part of an address: {@code near=43.7384,7.4246}, latitude first. */
public final class Near {
    private static final Pattern FORM =
            Pattern.compile("\\s*([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*,\\s*([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*");

    private Near() {}

    /** None where nothing was said; refused invalid_request or coordinates_swapped otherwise. */
    public static @Nullable Point pointIfAny(String parameter, @Nullable String text) {
        return text == null || text.isBlank() ? null : point(parameter, text);
    }

    public static Point point(String parameter, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) throw wrong(RefusalCode.INVALID_REQUEST, parameter, "must be lat,lng in degrees");
        double lat = Double.parseDouble(form.group(1));
        double lng = Double.parseDouble(form.group(2));
        if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90)
            throw wrong(RefusalCode.COORDINATES_SWAPPED, parameter, "latitude comes first");
        try {
            return new Point(lat, lng);
        } catch (IllegalArgumentException outOfRange) {
            throw wrong(RefusalCode.INVALID_REQUEST, parameter, String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Refused wrong(RefusalCode code, String parameter, String message) {
        return new Refused(code, null, List.of(new Problem.Fault(null, parameter, message)));
    }
}
