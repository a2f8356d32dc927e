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
    private static final int HOURS_OF_WEEK = 168;
    private static final double HALF = 0.5;
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
        for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
            int which = hour;
            all.add(new Feature(
                    "hour_" + which, HOUR_SHARE, (grounds, byRoads, departs) -> byRoads * nearness(departs, which)));
        }
        return List.copyOf(all);
    }

    /** Nought for a way as straight as can be. */
    private static double detour(Grounds grounds) {
        double straight = Math.max(1, grounds.straightMetres());
        return Math.clamp(grounds.metres() / straight - 1, 0, MOST_DETOUR);
    }

    /** From nought, an hour away or more, to one in the middle of that hour of the week, Monday's first being nought. */
    private static double nearness(OffsetDateTime departs, int hour) {
        double now = (departs.getDayOfWeek().getValue() - 1) * HOURS + departs.getHour() + departs.getMinute() / 60.0;
        double apart = Math.abs(now - hour - HALF);
        return Math.max(0, 1 - Math.min(apart, HOURS_OF_WEEK - apart));
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
