package hansom.geo.eta;

import hansom.contract.geo.Grounds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a way by which it may take longer than the roads say, as it is known when the way is quoted. Its value is in seconds of
 * the way, or a count; what it adds is believed to be nought, give or take {@code doubt} for each.
 */
record Feature(String name, double doubt, Reading reading) {
    private static final int HOURS = 24;
    private static final int WORKING_DAYS = 5;
    private static final double SHARE = 0.1;
    private static final double HOUR_SHARE = 0.07;
    private static final double SECONDS_A_TURN = 3;
    private static final double SECONDS_A_TRIP = 20;
    private static final double SECONDS_A_METRE = 0.01;
    private static final double MOST_DETOUR = 2;

    static final List<Feature> ALL = all();

    /** The value for a way that is begun then. */
    interface Reading {
        double of(Grounds grounds, double byRoads, OffsetDateTime departs);
    }

    private static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.add(new Feature("trip", SECONDS_A_TRIP, (grounds, byRoads, departs) -> 1));
        all.add(new Feature("by_roads", SHARE, (grounds, byRoads, departs) -> byRoads));
        all.add(new Feature("usually", SHARE, (grounds, byRoads, departs) -> Trip.seconds(grounds.usually())));
        all.add(new Feature("freely", SHARE, (grounds, byRoads, departs) -> Trip.seconds(grounds.freely())));
        all.add(new Feature("metres", SECONDS_A_METRE, (grounds, byRoads, departs) -> grounds.metres()));
        all.add(new Feature("detour", SHARE, (grounds, byRoads, departs) -> byRoads * detour(grounds)));
        all.add(new Feature("junctions", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.junctions()));
        all.add(new Feature("lefts", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.lefts()));
        all.add(new Feature("rights", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.rights()));
        all.add(new Feature("sharp_turns", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.sharpTurns()));
        all.add(new Feature("turns_back", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.turnsBack()));
        all.add(new Feature("signals", SECONDS_A_TURN, (grounds, byRoads, departs) -> grounds.signals()));
        all.add(new Feature("on_trunk", SHARE, (grounds, byRoads, departs) -> grounds.onTrunk()));
        all.add(new Feature("on_main", SHARE, (grounds, byRoads, departs) -> grounds.onMain()));
        all.add(new Feature("on_middle", SHARE, (grounds, byRoads, departs) -> grounds.onMiddle()));
        all.add(new Feature("on_small", SHARE, (grounds, byRoads, departs) -> grounds.onSmall()));
        for (int hour = 0; hour < 2 * HOURS; hour++) {
            int which = hour;
            String name = (which < HOURS ? "working_" : "resting_") + which % HOURS;
            all.add(new Feature(name, HOUR_SHARE, (grounds, byRoads, departs) -> hour(departs) == which ? byRoads : 0));
        }
        for (int day = 1; day <= 7; day++) {
            int which = day;
            all.add(new Feature(
                    "day_" + which,
                    HOUR_SHARE,
                    (grounds, byRoads, departs) -> departs.getDayOfWeek().getValue() == which ? byRoads : 0));
        }
        return List.copyOf(all);
    }

    /** Nought for a way as straight as can be. */
    private static double detour(Grounds grounds) {
        double straight = Math.max(1, grounds.straightMetres());
        return Math.clamp(grounds.metres() / straight - 1, 0, MOST_DETOUR);
    }

    /** Of the day, working days first. */
    private static int hour(OffsetDateTime departs) {
        return departs.getHour() + (departs.getDayOfWeek().getValue() <= WORKING_DAYS ? 0 : HOURS);
    }

    /** The values of all. */
    static double[] values(Grounds grounds, Instant departs) {
        double byRoads = Trip.seconds(grounds.byRoads());
        OffsetDateTime at = departs.atOffset(ZoneOffset.UTC);
        return ALL.stream()
                .mapToDouble(feature -> feature.reading.of(grounds, byRoads, at))
                .toArray();
    }
}
