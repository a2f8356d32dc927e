package hansom.geo.road;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a car is on the roads of the {@code map} with this hash, as its reports were understood: at {@code place} since it last moved, reported then from {@code point} at
 * {@code at}; {@code driven} names the stretches that it entered on its way there from the place before. A car that has not moved for a while, or
 * of which only one place is known, may leave in either direction.
 */
public record Whereabouts(
        String map,
        Foothold place,
        VehicleType vehicle,
        Point point,
        Instant at,
        Instant heard,
        boolean directed,
        boolean followed,
        List<Integer> driven) {
    private static final Duration STANDS = Duration.ofSeconds(60);

    public Whereabouts {
        driven = List.copyOf(driven);
    }

    /** Whether it is known in which direction it will go on. */
    boolean moves() {
        return directed && heard.isBefore(at.plus(STANDS));
    }

    /** The same place, told by a clock that is ahead. */
    public Whereabouts ahead(Duration ahead) {
        return new Whereabouts(
                map, place, vehicle, point, at.plus(ahead), heard.plus(ahead), directed, followed, driven);
    }

    /** The same place, heard of once more. */
    Whereabouts still(Instant now) {
        return new Whereabouts(
                map, place, vehicle, point, at, now.isAfter(heard) ? now : heard, directed, followed, List.of());
    }
}
