package hansom.contract.geo;

/** A hexagon of the map: an H3 index of resolution 8 (about 0.74 km²) in its hexadecimal text. */
public record Cell(String value) {
    @Override
    public String toString() {
        return value;
    }
}
