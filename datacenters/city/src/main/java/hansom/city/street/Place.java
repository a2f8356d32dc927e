package hansom.city.street;

/** Somewhere that people come from or go to; the name is empty for a house that has only an address or none. */
public record Place(String name, Spot spot, Kind kind) {
    /** What people do there. */
    public enum Kind {
        HOME,
        WORK,
        SHOP,
        TABLE,
        STATION,
        LEISURE
    }
}
