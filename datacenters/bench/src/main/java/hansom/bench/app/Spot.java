package hansom.bench.app;

import java.util.Map;
import java.util.random.RandomGenerator;

/** A point of the map, in degrees. */
public record Spot(double lat, double lng) {

    /** Somewhere near, at most so many degrees of latitude away in each direction. */
    public Spot near(RandomGenerator random, double degrees) {
        return new Spot(
                lat + random.nextDouble(-degrees, degrees),
                lng + random.nextDouble(-degrees, degrees) / Math.cos(Math.toRadians(lat)));
    }

    public Map<String, Double> json() {
        return Map.of("lat", lat, "lng", lng);
    }
}
