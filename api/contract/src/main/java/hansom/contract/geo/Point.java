package hansom.contract.geo;

/** A point of the earth in degrees of WGS-84; latitude −90 to 90, longitude −180 to 180, otherwise IllegalArgumentException. */
public record Point(double lat, double lng) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Point {
        if (!(lat >= -90 && lat <= 90)) throw new IllegalArgumentException("lat must be between -90 and 90");
        if (!(lng >= -180 && lng <= 180)) throw new IllegalArgumentException("lng must be between -180 and 180");
    }

    /** The great-circle distance (haversine on the mean earth radius of IUGG). */
    public Distance straightTo(Point other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLng = Math.toRadians(other.lng - lng);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLng / 2), 2);
        return Distance.ofMetres(Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)))));
    }
}
