package hansom.city.truth;

import hansom.city.chance.Chance;
import hansom.city.street.Spot;
import hansom.city.street.Way;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * How fast the roads really are: what the map thinks, less by the class of the road, the rush hours of each day of the week and jams that
 * come and go; red lights at some junctions, and at the others a wait for who turns. Drawn from the seed and never told to the node, so that
 * its forecasts can be judged.
 */
public final class Truth {
    private static final double CELL_DEGREES = 0.004;
    private static final long JAM_SECONDS = 1_800;
    private static final double JAMS = 0.04;
    private static final double LIT = 0.05;
    private static final long CYCLE_SECONDS = 60;
    private static final double TURN_DEGREES = 45;
    private static final double ACROSS_SECONDS = 2;
    private static final double ACROSS_IN_THE_RUSH_SECONDS = 7;
    private static final double ASIDE_SECONDS = 1.5;

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

    /** From 0 to 1: two humps on working days, the morning's highest on Mondays, the evening's on Fridays; a flat one at the week's end. */
    static double rush(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC);
        double hour = day.getHour() + day.getMinute() / 60.0;
        boolean rest = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (rest) return 0.4 * hump(hour, 15, 4);
        double morning = switch (day.getDayOfWeek()) {
            case MONDAY -> 1;
            case FRIDAY -> 0.7;
            default -> 0.9;
        };
        double evening = day.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0.85;
        return Math.min(1, morning * hump(hour, 8.3, 1.3) + evening * hump(hour, 17.8, 1.7));
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
        Chance here = light(junction);
        double red = red(here);
        if (red == 0) return 0;
        double phase = here.between("phase", 0, CYCLE_SECONDS);
        double in = (at.getEpochSecond() + phase) % CYCLE_SECONDS;
        return in < red ? red - in : 0;
    }

    /** How many it does in the mean of all who come. */
    public double meanPause(Spot junction) {
        double red = red(light(junction));
        return red * red / 2 / CYCLE_SECONDS;
    }

    private Chance light(Spot junction) {
        return chance.of("light", Math.round(junction.lat() * 1e5)).of("column", Math.round(junction.lng() * 1e5));
    }

    private static double red(Chance here) {
        return here.happens("lit", LIT) ? here.between("red", 10, 35) : 0;
    }

    /** How many seconds it takes to turn from one piece of road into the next where roads meet: most for who must let others pass. */
    public double turning(Way.Stretch from, Way.Stretch to, Instant at) {
        int turn = Math.floorMod(to.from().headingTo(to.to()) - from.from().headingTo(from.to()) + 180, 360) - 180;
        if (turn > TURN_DEGREES) return ASIDE_SECONDS;
        return turn < -TURN_DEGREES ? ACROSS_SECONDS + ACROSS_IN_THE_RUSH_SECONDS * rush(at) : 0;
    }
}
