package hansom.geo.place;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The houses of one street, in the order in which somebody walks by them: 2, 2A, 4, 10. */
final class Houses {
    private static final Pattern LEADING = Pattern.compile("^[^0-9]*([0-9]{1,9})");

    private final Finds finds;

    Houses(Finds finds) {
        this.finds = finds;
    }

    /** Those whose number begins so, of all numbers that a house has; empty when there is no such street. */
    Optional<List<Entry>> of(String street, String prefix, int limit) throws IOException {
        List<Entry> houses = finds.housesOf(street, String.join("", Words.of(prefix)));
        if (houses.isEmpty() && !finds.isStreet(street)) return Optional.empty();
        return Optional.of(houses.stream()
                .sorted(Comparator.comparingInt(Houses::leading).thenComparing(Houses::number))
                .limit(limit)
                .toList());
    }

    private static String number(Entry house) {
        return Objects.requireNonNullElse(house.house(), "");
    }

    private static int leading(Entry house) {
        Matcher digits = LEADING.matcher(number(house));
        return digits.find() ? Integer.parseInt(digits.group(1)) : Integer.MAX_VALUE;
    }
}
