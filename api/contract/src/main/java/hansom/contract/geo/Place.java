package hansom.contract.geo;

import org.jspecify.annotations.Nullable;

/**
 * Something on the map that a person can name: a house, a street, a shop, a settlement. {@code name} is what it is called (or street and
 * house), {@code address} the line under it, {@code away} how far it lies from where the search was made.
 */
public record Place(
        String id,
        Kind kind,
        String name,
        String address,
        Point point,
        Precision precision,
        @Nullable Distance away) {
    /** What it is. */
    public enum Kind {
        HOUSE,
        STREET,
        CROSSING,
        VENUE,
        STATION,
        AIRPORT,
        SETTLEMENT,
        POINT,
        /** What the rider who asks has named: home, work. */
        SAVED
    }

    /** How exactly the point is known. */
    public enum Precision {
        HOUSE,
        INTERPOLATED,
        STREET,
        PLACE,
        POINT
    }
}
