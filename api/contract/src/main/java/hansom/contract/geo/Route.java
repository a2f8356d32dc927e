package hansom.contract.geo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way along roads through all asked points: length and time, turn costs included; one leg between each two points; the line as an
 * encoded polyline (Google's format, 5 decimals); {@code map} names what it came from: the hash of the map, after an @ the version of the
 * traffic on it, and after a / what the time is by: {@code roads}, or the model that corrects it. Steps are empty unless asked for; {@code grounds}
 * are absent in routes of long ago.
 */
public record Route(
        Distance distance,
        Duration time,
        List<Leg> legs,
        String polyline,
        List<Step> steps,
        boolean tolled,
        boolean ferried,
        String map,
        @Nullable Grounds grounds) {
    public Route {
        legs = List.copyOf(legs);
        steps = List.copyOf(steps);
    }

    /** Of which it is not told what its time rests on. */
    public Route(
            Distance distance,
            Duration time,
            List<Leg> legs,
            String polyline,
            List<Step> steps,
            boolean tolled,
            boolean ferried,
            String map) {
        this(distance, time, legs, polyline, steps, tolled, ferried, map, null);
    }

    /** The way between two neighbouring points of the route. */
    public record Leg(Distance distance, Duration time, Point from, Point to) {}

    /** One instruction for the driver: what to do at a point, then how far and how long to go on. */
    public record Step(String text, String street, Sign sign, Point at, Distance distance, Duration time) {}

    /** The turn that a step asks for. */
    public enum Sign {
        STRAIGHT,
        SLIGHT_LEFT,
        LEFT,
        SHARP_LEFT,
        SLIGHT_RIGHT,
        RIGHT,
        SHARP_RIGHT,
        U_TURN,
        ROUNDABOUT,
        STOP_REACHED,
        FINISH
    }
}
