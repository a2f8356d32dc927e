package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position as it travels through Redis: what the phone said, and when the phone was last heard. The phone's clock orders its positions,
 * ours tells how long it has been silent.
 */
record Fix(DriverPosition position, Instant heard) {
    private static final Duration MOST_AHEAD = Duration.ofMinutes(1);
    private static final Duration MOST_LATE = Duration.ofDays(1);

    /** What a phone reported, made safe; empty for what cannot be: a place without a name for "no fix", or a time of another day. */
    static Optional<Fix> heard(DriverPosition reported, Instant now) {
        if (reported.point().lat() == 0 && reported.point().lng() == 0) return Optional.empty();
        if (reported.at().isBefore(now.minus(MOST_LATE))) return Optional.empty();
        Instant at = reported.at().isAfter(now.plus(MOST_AHEAD)) ? now : reported.at();
        Integer heading = reported.heading();
        Double speed = reported.speed();
        return Optional.of(new Fix(
                new DriverPosition(
                        reported.driverId(),
                        reported.point(),
                        at.truncatedTo(ChronoUnit.MILLIS),
                        heading == null ? null : (Integer) Math.floorMod(heading, 360),
                        speed == null || !(speed >= 0) || speed.isInfinite() ? null : speed),
                now.truncatedTo(ChronoUnit.MILLIS)));
    }

    DriverId driver() {
        return position.driverId();
    }

    Point point() {
        return position.point();
    }

    Instant at() {
        return position.at();
    }

    /** The newer of the two places, heard at the later of the two instants. */
    Fix and(Fix other) {
        DriverPosition newest = other.at().isAfter(at()) ? other.position : position;
        return new Fix(newest, other.heard.isAfter(heard) ? other.heard : heard);
    }

    /** The driver, and what {@link #line()} says. */
    String named() {
        return driver() + " " + line();
    }

    /** All but the driver, in one line. */
    String line() {
        return at().toEpochMilli() + " " + heard.toEpochMilli() + " " + point().lat() + " " + point().lng() + " "
                + orDash(position.heading()) + " " + orDash(position.speed());
    }

    private static String orDash(@Nullable Number value) {
        return value == null ? "-" : value.toString();
    }

    /** Reads what {@link #named()} wrote. */
    static Fix read(String named) {
        int space = named.indexOf(' ');
        return read(new DriverId(named.substring(0, space)), named.substring(space + 1));
    }

    /** Reads what {@link #line()} wrote; IllegalArgumentException when it did not. */
    static Fix read(DriverId driver, String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 6) throw new IllegalArgumentException("not a position: " + line);
        return new Fix(
                new DriverPosition(
                        driver,
                        new Point(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])),
                        Instant.ofEpochMilli(Long.parseLong(parts[0])),
                        parts[4].equals("-") ? null : Integer.valueOf(parts[4]),
                        parts[5].equals("-") ? null : Double.valueOf(parts[5])),
                Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }
}
