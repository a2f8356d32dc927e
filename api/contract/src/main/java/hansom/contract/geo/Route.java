package hansom.contract.geo;

import java.time.Duration;
import java.util.List;

/**
 * A way along roads through all asked points: length and time, turn costs included; one leg between each two points; the line as an
 * encoded polyline (Google's format, 5 decimals); {@code map} names what it came from: the hash of the map and, after an @, the version of the
 * traffic on it. Steps are empty unless asked for.
 */
public record Route(
        Distance distance,
        Duration time,
        List<Leg> legs,
        String polyline,
        List<Step> steps,
        boolean tolled,
        boolean ferried,
        String map) {
    public Route {
        legs = List.copyOf(legs);
        steps = List.copyOf(steps);
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
