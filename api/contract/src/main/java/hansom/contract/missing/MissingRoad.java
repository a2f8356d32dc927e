package hansom.contract.missing;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that several drivers drove and no road of the map explains: what the map has there instead, the roads that it joins, how many drove it
 * (drivers are counted no further than {@link #MOST_DRIVERS}) and when, and what an operator said of it. It says of nobody that he was there.
 */
public record MissingRoad(
        MissingRoadId missingRoadId,
        Kind kind,
        List<Point> line,
        Distance length,
        @Nullable Joint from,
        @Nullable Joint to,
        boolean bothWays,
        int trips,
        int drivers,
        double metresASecond,
        LocalDate firstSeen,
        LocalDate lastSeen,
        @Nullable Verdict verdict) {
    public static final int MOST_DRIVERS = 50;

    public MissingRoad {
        line = List.copyOf(line);
    }

    /** What the map has where it runs. */
    public enum Kind {
        /** Nothing. */
        LACKING,
        /** A road with one direction, and it was driven in the other. */
        AGAINST_ONE_WAY,
        /** A way, but none for cars. */
        NOT_FOR_CARS,
        /** A car park or a filling station. */
        YARD,
        /** Grounds on which not everybody may drive. */
        GROUNDS
    }

    /** A road of the map that it begins or ends at: the name, empty when it has none, and the number of its way in OpenStreetMap. */
    public record Joint(String road, long way) {}

    /** What an operator found. */
    public enum Verdict {
        /** The map does lack it, and somebody is to map it. */
        ACCEPTED,
        /** There is nothing that belongs on the map. */
        DISMISSED
    }
}
