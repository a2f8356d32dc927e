package hansom.city.truth;

import hansom.city.chance.Chance;
import hansom.city.street.Spot;
import hansom.city.street.Way;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * How fast the roads really are: what the map thinks, less by the class of the road, the rush hours and jams that come and go, and red
 * lights at some junctions. Drawn from the seed and never told to the node, so that its forecasts can be judged.
 */
public final class Truth {
    private static final double CELL_DEGREES = 0.004;
    private static final long JAM_SECONDS = 1_800;
    private static final double JAMS = 0.04;
    private static final double LIT = 0.05;
    private static final long CYCLE_SECONDS = 60;

    private final Chance chance;

    public Truth(Chance seed) {
        this.chance = seed.of("truth");
    }

    /** In metres a second for an ordinary driver. */
    public double speed(Way.Stretch stretch, Instant at) {
        double rush = 1 - depth(stretch.roadClass()) * rush(at);
        return stretch.kmh() / 3.6 * lasting(stretch.roadClass()) * rush * jam(stretch.from(), at);
    }

    /** How much of the map's speed is left on a quiet night. */
    private static double lasting(String roadClass) {
        return switch (roadClass) {
            case "motorway", "trunk" -> 0.95;
            case "primary", "secondary" -> 0.92;
            case "tertiary", "unclassified" -> 0.9;
            case "service", "living_street" -> 0.8;
            default -> 0.88;
        };
    }

    /** How much the rush takes from it. */
    private static double depth(String roadClass) {
        return switch (roadClass) {
            case "motorway", "trunk", "primary" -> 0.4;
            case "secondary", "tertiary" -> 0.35;
            default -> 0.15;
        };
    }

    /** From 0 to 1: two humps on working days, a flat one at the week's end. */
    static double rush(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC);
        double hour = day.getHour() + day.getMinute() / 60.0;
        boolean rest = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return rest ? 0.4 * hump(hour, 15, 4) : Math.min(1, hump(hour, 8.3, 1.3) + hump(hour, 17.8, 1.7));
    }

    private static double hump(double hour, double middle, double width) {
        double away = (hour - middle) / width;
        return Math.exp(-away * away / 2);
    }

    private double jam(Spot spot, Instant at) {
        Chance here = chance.of("jam", Math.round(spot.lat() / CELL_DEGREES))
                .of("column", Math.round(spot.lng() / CELL_DEGREES))
                .of("slot", Math.floorDiv(at.getEpochSecond(), JAM_SECONDS));
        return here.happens("jammed", JAMS) ? here.between("left", 0.35, 0.75) : 1;
    }

    /** How many seconds a junction holds a car that comes now; most of them none. */
    public double pause(Spot junction, Instant at) {
        Chance here =
                chance.of("light", Math.round(junction.lat() * 1e5)).of("column", Math.round(junction.lng() * 1e5));
        if (!here.happens("lit", LIT)) return 0;
        double red = here.between("red", 10, 35);
        double phase = here.between("phase", 0, CYCLE_SECONDS);
        double in = (at.getEpochSecond() + phase) % CYCLE_SECONDS;
        return in < red ? red - in : 0;
    }
}
