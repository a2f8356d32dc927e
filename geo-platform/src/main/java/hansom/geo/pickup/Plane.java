package hansom.geo.pickup;

import hansom.contract.geo.Point;

/** The plane that touches the earth at a point: metres to the east (x) and to the north (y) of it, good for a few kilometres. */
record Plane(Point origin, double narrow) {
    static final double E7 = 1e7;
    private static final double METRES_A_DEGREE = 111_195;

    static Plane at(Point origin) {
        return new Plane(origin, Math.cos(Math.toRadians(origin.lat())));
    }

    double x(double lng) {
        return (lng - origin.lng()) * narrow * METRES_A_DEGREE;
    }

    double y(double lat) {
        return (lat - origin.lat()) * METRES_A_DEGREE;
    }

    Spot spot(Point point) {
        return new Spot(x(point.lng()), y(point.lat()));
    }

    /** Of degrees in ten-millionths. */
    Spot spot(int lat, int lng) {
        return new Spot(x(lng / E7), y(lat / E7));
    }

    Point point(Spot spot) {
        return new Point(origin.lat() + spot.y() / METRES_A_DEGREE, origin.lng() + spot.x() / METRES_A_DEGREE / narrow);
    }

    /** How many ten-millionths of a degree of latitude so many metres are. */
    static int north(double metres) {
        return (int) Math.ceil(metres / METRES_A_DEGREE * E7);
    }

    int east(double metres) {
        return (int) Math.ceil(metres / METRES_A_DEGREE / Math.max(0.01, narrow) * E7);
    }

    /** A place on a plane. */
    record Spot(double x, double y) {
        double to(Spot other) {
            return Math.hypot(other.x - x, other.y - y);
        }

        Spot towards(Spot other, double metres) {
            double whole = to(other);
            return whole == 0 ? this : between(other, metres / whole);
        }

        Spot between(Spot other, double share) {
            return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
        }

        /** Of the line from here to {@code end}, how much lies before the place on it that is nearest to {@code other}. */
        double shareNearest(Spot end, Spot other) {
            double dx = end.x - x;
            double dy = end.y - y;
            double square = dx * dx + dy * dy;
            return square == 0 ? 0 : Math.clamp(((other.x - x) * dx + (other.y - y) * dy) / square, 0, 1);
        }

        /** Positive when {@code other} lies to the left of who looks from here to {@code ahead}. */
        double left(Spot ahead, Spot other) {
            return (ahead.x - x) * (other.y - y) - (ahead.y - y) * (other.x - x);
        }
    }
}
