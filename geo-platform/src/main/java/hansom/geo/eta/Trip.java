package hansom.geo.eta;

import hansom.contract.geo.Grounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A trip that was driven as it was planned: what was known when it was quoted, when it began, and how long it took. */
public record Trip(Grounds grounds, Instant departed, double seconds) {

    LocalDate day() {
        return departed.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    double byRoads() {
        return seconds(grounds.byRoads());
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
