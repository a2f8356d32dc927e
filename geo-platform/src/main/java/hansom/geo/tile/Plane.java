package hansom.geo.tile;

/** The square into which the Web Mercator projection lays the earth: whole units, north-west at nought, a seventh of a metre at the equator. */
final class Plane {
    static final int BITS = 28;
    static final int SIDE = 1 << BITS;

    private static final double MOST_NORTH = 85.051128;
    private static final double METRES_ROUND = 40_075_016.7;

    private Plane() {}

    static int x(double lng) {
        return clamped((lng + 180) / 360 * SIDE);
    }

    static int y(double lat) {
        double radians = Math.toRadians(Math.clamp(lat, -MOST_NORTH, MOST_NORTH));
        return clamped((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * SIDE);
    }

    static double lng(double x) {
        return x / SIDE * 360 - 180;
    }

    static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / SIDE))));
    }

    /** How many metres a unit is at this height of the square. */
    static double metresPerUnit(double y) {
        return METRES_ROUND * Math.cos(Math.toRadians(lat(y))) / SIDE;
    }

    private static int clamped(double value) {
        return Math.clamp(Math.round(value), 0, SIDE - 1);
    }
}
