package hansom.geo.position;

import hansom.contract.driver.DriverId;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the board at what Redis says: all that is known there at the start and after a break, then each position as it is published. Knows
 * since when it has been listening, because nobody is silent whom we could not hear.
 */
final class BoardFeed implements LiveChannel.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
    private static final int PAGE = 1000;

    private final Board board;
    private final StatefulRedisConnection<String, String> redis;
    private final Keys keys;
    private final Clock realTime;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("positions-in").factory());
    private volatile @Nullable Instant listeningSince;

    BoardFeed(Board board, StatefulRedisConnection<String, String> redis, Keys keys, Clock realTime) {
        this.board = board;
        this.redis = redis;
        this.keys = keys;
        this.realTime = realTime;
    }

    void start() {
        listeningSince = realTime.instant();
        read();
        work.scheduleWithFixedDelay(
                () -> board.forgetUnheardSince(realTime.instant().minus(Keys.KEPT)), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void heard(String line) {
        board.put(Fix.read(line));
    }

    @Override
    public void broken() {
        listeningSince = null;
    }

    @Override
    public void mended() {
        listeningSince = realTime.instant();
        work.execute(this::read);
    }

    /** Empty while nothing can be heard. */
    Optional<Instant> listeningSince() {
        return Optional.ofNullable(listeningSince);
    }

    private void read() {
        try {
            for (String key : keys.recent(realTime.instant())) {
                var fields = ScanIterator.hscan(redis.sync(), key, ScanArgs.Builder.limit(PAGE));
                fields.forEachRemaining(field -> put(field.getKey(), field.getValue()));
            }
        } catch (RuntimeException unreadable) {
            LOG.warn("what Redis knows of positions cannot be read now: {}", unreadable.toString());
        }
    }

    private void put(String driver, String line) {
        try {
            board.put(Fix.read(new DriverId(driver), line));
        } catch (IllegalArgumentException foreign) {
            LOG.warn("not a position of {}: {}", driver, foreign.getMessage());
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
