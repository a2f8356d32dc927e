package hansom.geo.nominatim;

import hansom.contract.geo.Point;

/** The box around an object, in degrees. */
record Extent(double south, double north, double west, double east) {
    /** The box, if it is one; otherwise that of the object's point alone. */
    static Extent of(Point point, double south, double north, double west, double east) {
        boolean box = -90 <= south && south <= north && north <= 90 && -180 <= west && west <= east && east <= 180;
        return box
                ? new Extent(south, north, west, east)
                : new Extent(point.lat(), point.lat(), point.lng(), point.lng());
    }

    /** How far a point is from the box; nothing within it. */
    double metresTo(Point point) {
        Point nearest = new Point(Math.clamp(point.lat(), south, north), Math.clamp(point.lng(), west, east));
        return point.straightTo(nearest).metres();
    }
}
