package hansom.geo.road;

import java.time.Instant;

/** A car has driven a directed stretch: so long from entering it to entering the next one, at {@code at}. */
public record Passage(int key, int millis, Instant at) {}
