package hansom.geo.map;

/** Builds a part of a map before it is opened, where that does not disturb who serves another. */
@FunctionalInterface
public interface MapBuilding {
    /** What is lacking is built when it is opened, in the same process. */
    MapBuilding WHEN_OPENED = (part, map) -> {};

    /** The part that a {@link Renewable} of this name opens; {@link MapUnfit} says why not. */
    void build(String part, MapFolder map);
}
