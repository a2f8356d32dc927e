package hansom.geo.nominatim;

import hansom.contract.geo.Point;

/** The box around an object, in degrees. */
record Extent(double south, double north, double west, double east) {
    /** How far a point is from the box; nothing within it. */
    double metresTo(Point point) {
        Point nearest = new Point(Math.clamp(point.lat(), south, north), Math.clamp(point.lng(), west, east));
        return point.straightTo(nearest).metres();
    }
}
