package hansom.contract.geo;

import java.util.List;

/** The roads of an area that are slower than when they are free; {@code map} names what it came from, as that of a {@link Route} does. */
public record RoadTraffic(String map, List<Slow> stretches) {
    public RoadTraffic {
        stretches = List.copyOf(stretches);
    }

    /** One directed stretch, as an encoded polyline (Google's format, 5 decimals) in the direction of travel. */
    public record Slow(String polyline, Level level) {}

    /** How slow a stretch is. */
    public enum Level {
        /** It takes at least half as long again as when it is free. */
        SLOW,
        /** It takes at least two and a half times as long. */
        JAMMED,
        /** Nobody may enter it. */
        CLOSED
    }
}
