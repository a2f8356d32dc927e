package hansom.contract.geo;

/**
 * A piece of the map as a Mapbox vector tile, compressed with gzip and written in Base64, so that it crosses any wire as a word; empty where
 * there is nothing to draw. {@code map} is the hash of the map that it was cut from.
 */
public record MapTile(String gzippedInBase64, String map) {
    /** The deepest zoom for which tiles are cut; who looks closer enlarges them. */
    public static final int DEEPEST_ZOOM = 15;

    public boolean isEmpty() {
        return gzippedInBase64.isEmpty();
    }
}
