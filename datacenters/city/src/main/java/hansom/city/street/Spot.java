package hansom.city.street;

/** A point of the city, in degrees. */
public record Spot(double lat, double lng) {
    private static final double METRES_A_DEGREE = 111_195;

    /** Straight, exact enough within a city. */
    public double metresTo(Spot other) {
        double north = (other.lat - lat) * METRES_A_DEGREE;
        double east = (other.lng - lng) * METRES_A_DEGREE * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.hypot(north, east);
    }

    /** So much of the straight way to another, from 0 to 1. */
    public Spot towards(Spot other, double share) {
        return new Spot(lat + (other.lat - lat) * share, lng + (other.lng - lng) * share);
    }

    public Spot moved(double metresNorth, double metresEast) {
        return new Spot(
                lat + metresNorth / METRES_A_DEGREE,
                lng + metresEast / (METRES_A_DEGREE * Math.cos(Math.toRadians(lat))));
    }

    /** In degrees clockwise from north. */
    public int headingTo(Spot other) {
        double east = (other.lng - lng) * Math.cos(Math.toRadians(lat));
        return Math.floorMod(Math.round((float) Math.toDegrees(Math.atan2(east, other.lat - lat))), 360);
    }

    /** As addresses of the API want it. */
    public String words() {
        return "%.6f,%.6f".formatted(lat, lng);
    }
}
