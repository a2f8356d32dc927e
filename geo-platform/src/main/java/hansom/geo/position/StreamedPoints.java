package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.geo.track.TripPoints;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The points of a trip, from the stream that was written while it ran. Points carry real time, trips are told in business time: each point
 * is given the business time of the moment in which it came.
 */
final class StreamedPoints implements TripPoints {
    private static final int PAGE = 1_000;

    /** A phone's clock may be a minute ahead, and so may be ours of Redis'. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final StatefulRedisConnection<String, String> redis;
    private final Keys keys;
    private final Clock realTime;
    private final Clock businessTime;

    StreamedPoints(StatefulRedisConnection<String, String> redis, Keys keys, Clock realTime, Clock businessTime) {
        this.redis = redis;
        this.keys = keys;
        this.realTime = realTime;
        this.businessTime = businessTime;
    }

    @Override
    public List<DriverPosition> between(DriverId driver, Instant from, Instant to) {
        SortedMap<Instant, DriverPosition> points = new TreeMap<>();
        Range.Boundary<String> next = Range.Boundary.including(Long.toString(Math.max(0, earliest(from))));
        while (true) {
            List<StreamMessage<String, String>> page = redis.sync()
                    .xrange(keys.track(driver), Range.from(next, Range.Boundary.unbounded()), Limit.from(PAGE));
            for (StreamMessage<String, String> entry : page) collect(driver, entry, from, to, points);
            if (page.size() < PAGE) return List.copyOf(points.values());
            next = Range.Boundary.excluding(page.getLast().getId());
        }
    }

    /** Business time never falls behind, so it was no more ahead of real time then than it is now. */
    private long earliest(Instant from) {
        Duration ahead = Duration.between(realTime.instant(), businessTime.instant());
        return from.minus(ahead).minus(CLOCKS_DIFFER).toEpochMilli();
    }

    /** A point written twice is one. */
    private static void collect(
            DriverId driver,
            StreamMessage<String, String> entry,
            Instant from,
            Instant to,
            SortedMap<Instant, DriverPosition> points) {
        Duration ahead = Duration.ofMillis(Long.parseLong(entry.getBody().getOrDefault(RedisReports.AHEAD, "0")));
        entry.getBody().getOrDefault(RedisReports.POINTS, "").lines().forEach(line -> {
            DriverPosition said = Fix.read(driver, line).position();
            Instant at = said.at().plus(ahead);
            if (at.isBefore(from) || at.isAfter(to)) return;
            points.put(at, new DriverPosition(driver, said.point(), at, said.heading(), said.speed()));
        });
    }
}
