package hansom.contract.geo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a car may pick somebody up (or let him out), the best first. {@code zone} is what a station or an airport is called, whose named
 * doors are offered instead of the nearest kerb; null elsewhere.
 */
public record PickupPoints(
        List<PickupPoint> points, @Nullable String zone) {
    public PickupPoints {
        points = List.copyOf(points);
    }

    /**
     * One kerb: the point at it, a short name, the walk to it as an encoded polyline (Google's format, 5 decimals) with its length and time,
     * where the car that stands there leads, in degrees clockwise from north, and the entrance that the walk begins at, when it is known.
     */
    public record PickupPoint(
            Point point,
            String label,
            String street,
            Distance walk,
            Duration walkTime,
            String walkPolyline,
            int heading,
            Side side,
            Source source,
            @Nullable Point entrance) {}

    /** On which side of its street a kerb lies, as seen by who comes to it on foot. */
    public enum Side {
        NEAR,
        OPPOSITE
    }

    /** From where the walk was reckoned: an entrance of the map, where drivers do stop, the outline of a house, or just the point. */
    public enum Source {
        ENTRANCE,
        STOPS,
        OUTLINE,
        KERB
    }
}
