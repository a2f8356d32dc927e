package hansom.city.truth;

import hansom.city.chance.Chance;
import hansom.city.street.Place.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Where people want to go by the hour, and how many of them want to. */
public final class Wishes {
    private static final List<Errand> MORNING = List.of(
            new Errand(Kind.HOME, Kind.WORK, 6),
            new Errand(Kind.HOME, Kind.STATION, 2),
            new Errand(Kind.STATION, Kind.WORK, 2));
    private static final List<Errand> MIDDAY = List.of(
            new Errand(Kind.WORK, Kind.TABLE, 3),
            new Errand(Kind.HOME, Kind.SHOP, 3),
            new Errand(Kind.SHOP, Kind.HOME, 3),
            new Errand(Kind.STATION, Kind.LEISURE, 2),
            new Errand(Kind.WORK, Kind.WORK, 2));
    private static final List<Errand> EVENING = List.of(
            new Errand(Kind.WORK, Kind.HOME, 6),
            new Errand(Kind.WORK, Kind.SHOP, 2),
            new Errand(Kind.HOME, Kind.TABLE, 2),
            new Errand(Kind.WORK, Kind.STATION, 2));
    private static final List<Errand> NIGHT = List.of(
            new Errand(Kind.TABLE, Kind.HOME, 5),
            new Errand(Kind.LEISURE, Kind.HOME, 3),
            new Errand(Kind.HOME, Kind.LEISURE, 2),
            new Errand(Kind.STATION, Kind.HOME, 1));
    private static final List<Errand> REST = List.of(
            new Errand(Kind.HOME, Kind.LEISURE, 4),
            new Errand(Kind.LEISURE, Kind.TABLE, 3),
            new Errand(Kind.HOME, Kind.SHOP, 3),
            new Errand(Kind.LEISURE, Kind.HOME, 3));

    private Wishes() {}

    /** From one kind of place to another, and how common that is. */
    public record Errand(Kind from, Kind to, int weight) {}

    public static Errand errand(Instant at, Chance chance) {
        List<Errand> table = table(at);
        double left =
                chance.unit("errand") * table.stream().mapToInt(Errand::weight).sum();
        for (Errand errand : table) {
            left -= errand.weight();
            if (left < 0) return errand;
        }
        return table.getLast();
    }

    private static List<Errand> table(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC);
        int hour = day.getHour();
        if (hour >= 21 || hour < 5) return NIGHT;
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) return REST;
        if (hour < 10) return MORNING;
        return hour < 16 ? MIDDAY : EVENING;
    }

    /** How many people want to go now, against the busiest hour; somebody always does. */
    public static double busyness(Instant at) {
        return 0.6 + 0.4 * Truth.rush(at);
    }
}
