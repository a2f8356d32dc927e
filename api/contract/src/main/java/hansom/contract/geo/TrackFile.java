package hansom.contract.geo;

/** A trip's track as a file to download. */
public record TrackFile(Format format, String content) {
    /** The formats a track is written in. */
    public enum Format {
        GPX,
        GEOJSON
    }
}
