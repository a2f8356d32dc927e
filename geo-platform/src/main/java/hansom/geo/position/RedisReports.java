package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.PositionReports;
import io.lettuce.core.GeoValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes positions to Redis: all that came in fifty milliseconds in one pipeline of a few large commands, because a command for each would
 * cost ten times as much. What cannot be written waits for the next turn.
 */
final class RedisReports implements PositionReports, AutoCloseable {
    static final String POINTS = "points";
    static final String AHEAD = "ahead";

    private static final Logger LOG = LoggerFactory.getLogger(RedisReports.class);
    private static final long TURN_MILLIS = 50;
    private static final int CHUNK = 500;
    private static final double INDEXED_LATITUDE = 85;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StatefulRedisConnection<String, String> redis;
    private final Keys keys;
    private final Clock realTime;
    private final Clock businessTime;
    private final Inbox inbox;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("positions-out").factory());
    private final PositionMeters meters;
    private boolean failing;

    /** The connection is this object's own, because its commands are sent only at the end of each turn. */
    RedisReports(
            StatefulRedisConnection<String, String> redis,
            Keys keys,
            Clock realTime,
            Clock businessTime,
            Predicate<DriverId> onOrder,
            PositionMeters meters) {
        this.redis = redis;
        this.keys = keys;
        this.realTime = realTime;
        this.businessTime = businessTime;
        this.inbox = new Inbox(onOrder);
        this.meters = meters;
        redis.setAutoFlushCommands(false);
    }

    void start() {
        turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
        turns.scheduleWithFixedDelay(() -> inbox.forget(realTime.instant()), 10, 10, TimeUnit.MINUTES);
    }

    @Override
    public void report(DriverPosition position) {
        meters.received.increment();
        Fix.heard(position, realTime.instant()).ifPresentOrElse(inbox::put, meters.ignored::increment);
    }

    /** Never throws, or the turns would end. */
    void turn() {
        Inbox.Batch batch = inbox.take();
        if (batch.isEmpty()) return;
        try {
            write(batch);
            meters.written.add(batch.shown().size() + batch.points().size());
            meters.waiting(0);
            if (failing) LOG.info("positions are written again");
            failing = false;
        } catch (RuntimeException unwritten) {
            int lost = inbox.giveBack(batch);
            meters.lost.add(lost);
            meters.waiting(batch.shown().size() + batch.points().size() - lost);
            if (!failing) LOG.warn("positions wait for Redis: {}", unwritten.toString());
            if (lost > 0) LOG.warn("{} points of tracks are lost: too many wait", lost);
            failing = true;
        }
    }

    private void write(Inbox.Batch batch) {
        RedisAsyncCommands<String, String> commands = redis.async();
        List<RedisFuture<?>> answers = new ArrayList<>();
        Instant now = realTime.instant();
        List<Fix> fixes = new ArrayList<>(batch.shown().values());
        for (int from = 0; from < fixes.size(); from += CHUNK)
            show(commands, answers, fixes.subList(from, Math.min(fixes.size(), from + CHUNK)), now);
        if (!fixes.isEmpty()) {
            answers.add(commands.expire(keys.last(now), Keys.KEPT));
            answers.add(commands.expire(keys.index(now), Keys.KEPT));
        }
        Duration ahead = Duration.between(now, businessTime.instant());
        batch.points().stream()
                .collect(Collectors.groupingBy(Fix::driver, LinkedHashMap::new, Collectors.toList()))
                .forEach((driver, points) -> track(commands, answers, driver, points, ahead));
        redis.flushCommands();
        if (!LettuceFutures.awaitAll(PATIENCE, answers.toArray(RedisFuture[]::new)))
            throw new IllegalStateException("no answer within " + PATIENCE);
    }

    private void show(
            RedisAsyncCommands<String, String> commands, List<RedisFuture<?>> answers, List<Fix> fixes, Instant now) {
        Map<String, String> states = new LinkedHashMap<>();
        List<GeoValue<String>> places = new ArrayList<>();
        StringBuilder news = new StringBuilder();
        for (Fix fix : fixes) {
            String line = fix.line();
            states.put(fix.driver().value(), line);
            if (Math.abs(fix.point().lat()) <= INDEXED_LATITUDE)
                places.add(GeoValue.just(
                        fix.point().lng(), fix.point().lat(), fix.driver().value()));
            news.append(fix.driver().value()).append(' ').append(line).append('\n');
        }
        answers.add(commands.hset(keys.last(now), states));
        if (!places.isEmpty()) answers.add(geoadd(commands, keys.index(now), places));
        answers.add(commands.publish(keys.channel(), news.toString()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RedisFuture<Long> geoadd(
            RedisAsyncCommands<String, String> commands, String key, List<GeoValue<String>> places) {
        return commands.geoadd(key, places.toArray(new GeoValue[0]));
    }

    /** How far business time is ahead is written beside the points, because a trip's times are told in business time. */
    private void track(
            RedisAsyncCommands<String, String> commands,
            List<RedisFuture<?>> answers,
            DriverId driver,
            List<Fix> points,
            Duration ahead) {
        String key = keys.track(driver);
        String lines = points.stream().map(Fix::line).collect(Collectors.joining("\n"));
        String oldest = Long.toString(realTime.instant().minus(Keys.TRACK_KEPT).toEpochMilli());
        answers.add(commands.xadd(
                key,
                new XAddArgs().minId(oldest).approximateTrimming(),
                Map.of(POINTS, lines, AHEAD, Long.toString(ahead.toMillis()))));
        answers.add(commands.expire(key, Keys.TRACK_KEPT));
    }

    /** Writes what is left before the connection goes. */
    @Override
    public void close() {
        turns.shutdown();
        try {
            if (!turns.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) turns.shutdownNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        turn();
        redis.close();
    }
}
