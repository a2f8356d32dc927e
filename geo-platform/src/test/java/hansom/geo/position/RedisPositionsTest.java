package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.engines.testing.TestRedis;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.HandClock;
import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisPositionsTest {
    private static final DriverId BEN = Drivers.driver(1);
    private static final DriverId DORA = Drivers.driver(2);
    private static final Point CASINO = new Point(43.7393, 7.42775);
    private static final Point HARBOUR = new Point(43.7350, 7.4215);

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final HandClock realTime = new HandClock(start);
    private final HandClock businessTime = new HandClock(start);
    private final Keys keys = new Keys(Region.LOCAL);
    private final Set<DriverId> onOrder = new HashSet<>();
    private final RedisClient client = TestRedis.client();
    private final StatefulRedisConnection<String, String> redis = client.connect();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PositionMeters meters = new PositionMeters(registry, realTime);
    private final RedisReports reports =
            new RedisReports(client.connect(), keys, realTime, businessTime, onOrder::contains, meters);

    @BeforeEach
    void empty() {
        redis.sync().flushall();
    }

    @AfterEach
    void close() {
        redis.sync().configSet("maxmemory", "0");
        reports.close();
        redis.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void writesTheLastStateAndTheIndexForATime() {
        reports.reportAll(List.of(
                Drivers.at(BEN, CASINO, start),
                Drivers.at(BEN, HARBOUR, start.minusSeconds(3)),
                Drivers.at(DORA, HARBOUR, start)));
        reports.turn();
        assertThat(redis.sync().hget(keys.last(start), BEN.value()))
                .isEqualTo(new Fix(Drivers.at(BEN, CASINO, start), start).line());
        assertThat(redis.sync()
                        .geosearch(
                                keys.index(start),
                                GeoSearch.fromCoordinates(7.42775, 43.7393),
                                GeoSearch.byRadius(100, GeoArgs.Unit.m)))
                .containsExactly(BEN.value());
        assertThat(redis.sync().ttl(keys.last(start))).isPositive();
        assertThat(redis.sync().ttl(keys.index(start))).isPositive();
    }

    @Test
    void writesMoreThanFitIntoOneCommand() {
        reports.reportAll(IntStream.range(0, 1_234)
                .mapToObj(number -> Drivers.at(Drivers.driver(number), CASINO, start))
                .toList());
        reports.turn();
        assertThat(redis.sync().hlen(keys.last(start))).isEqualTo(1_234);
    }

    @Test
    void writesTheOthersWhenOneStandsAtThePole() {
        reports.report(Drivers.at(BEN, new Point(89, 10), start));
        reports.report(Drivers.at(DORA, CASINO, start));
        reports.turn();
        assertThat(redis.sync().zcard(keys.index(start))).isEqualTo(1);
        assertThat(redis.sync().hlen(keys.last(start))).isEqualTo(2);
    }

    @Test
    void keepsTheNewestUntilRedisTakesItAgain() {
        redis.sync().configSet("maxmemory", "1");
        reports.report(Drivers.at(BEN, CASINO, start));
        assertThatCode(reports::turn).doesNotThrowAnyException();
        reports.report(Drivers.at(BEN, HARBOUR, start.plusSeconds(1)));
        reports.report(Drivers.at(DORA, CASINO, start));
        reports.turn();
        assertThat(redis.sync().exists(keys.last(start))).isZero();
        assertThat(registry.get("hansom.positions.waiting").gauge().value()).isEqualTo(2);
        assertThat(count("hansom.positions.written")).isZero();
        redis.sync().configSet("maxmemory", "0");
        reports.turn();
        assertThat(registry.get("hansom.positions.waiting").gauge().value()).isZero();
        assertThat(count("hansom.positions.received")).isEqualTo(3);
        assertThat(count("hansom.positions.written")).isEqualTo(2);
        assertThat(redis.sync().hgetall(keys.last(start)))
                .containsEntry(BEN.value(), new Fix(Drivers.at(BEN, HARBOUR, start.plusSeconds(1)), start).line())
                .containsKey(DORA.value());
    }

    @Test
    void countsWhatCannotBeAPlace() {
        reports.report(Drivers.at(BEN, new Point(0, 0), start));
        assertThat(count("hansom.positions.received")).isEqualTo(1);
        assertThat(count("hansom.positions.ignored")).isEqualTo(1);
    }

    private double count(String name) {
        return registry.get(name).functionCounter().count();
    }

    @Test
    void tellsHowSoonAPositionIsSeen() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (LiveChannel channel = new LiveChannel(client.connectPubSub(), keys)) {
            channel.listen(meters);
            channel.listen(seen::add);
            channel.start();
            reports.report(Drivers.at(BEN, CASINO, start));
            realTime.forward(Duration.ofMillis(70));
            reports.turn();
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
        var visible = registry.get("hansom.positions.visible").timer();
        assertThat(visible.count()).isEqualTo(1);
        assertThat(visible.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(70);
    }

    @Test
    void tellsThoseWhoFollowACar() throws InterruptedException {
        Followers followers = new Followers();
        BlockingQueue<DriverPosition> seen = new LinkedBlockingQueue<>();
        followers.follow(BEN, seen::add).close();
        followers.follow(BEN, _ -> {
            throw new IllegalStateException("a follower that fails");
        });
        followers.follow(BEN, seen::add);
        try (LiveChannel channel = new LiveChannel(client.connectPubSub(), keys)) {
            channel.listen(followers);
            channel.start();
            reports.report(Drivers.at(DORA, HARBOUR, start));
            reports.report(Drivers.at(BEN, CASINO, start));
            reports.turn();
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(Drivers.at(BEN, CASINO, start));
            reports.report(Drivers.at(BEN, HARBOUR, start.plusSeconds(1)));
            reports.turn();
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(Drivers.at(BEN, HARBOUR, start.plusSeconds(1)));
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void fillsTheBoardFromWhatIsWrittenAndWhatIsPublished() throws InterruptedException {
        reports.report(Drivers.at(BEN, CASINO, start));
        reports.turn();
        realTime.forward(Duration.ofMinutes(59));
        Board board = new Board();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (LiveChannel channel = new LiveChannel(client.connectPubSub(), keys);
                BoardFeed feed = new BoardFeed(board, redis, keys, realTime)) {
            channel.listen(feed);
            channel.listen(heard::add);
            channel.start();
            feed.start();
            assertThat(board.find(BEN)).map(Fix::point).contains(CASINO);
            reports.report(Drivers.at(DORA, HARBOUR, realTime.instant()));
            reports.turn();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).startsWith(DORA.value());
            assertThat(board.find(DORA)).map(Fix::point).contains(HARBOUR);
        }
    }

    @Test
    void keepsEveryPointOfWhoHasAnOrder() {
        onOrder.add(BEN);
        List<DriverPosition> sent = IntStream.range(0, 2_500)
                .mapToObj(second -> Drivers.at(BEN, CASINO, start.plusMillis(second * 10)))
                .toList();
        for (DriverPosition position : sent.reversed()) {
            reports.report(position);
            if (position.at().toEpochMilli() % 20 == 0) reports.turn();
        }
        reports.report(sent.getFirst());
        reports.report(Drivers.at(DORA, CASINO, start));
        reports.turn();
        assertThat(points(start, start.plusSeconds(60))).isEqualTo(sent);
        assertThat(points(start.plusMillis(10), start.plusMillis(30))).isEqualTo(sent.subList(1, 4));
        assertThat(redis.sync().exists(keys.track(DORA))).isZero();
    }

    @Test
    void tellsTheTimesOfATripInBusinessTime() {
        onOrder.add(BEN);
        businessTime.forward(Duration.ofDays(1));
        reports.report(Drivers.at(BEN, CASINO, start));
        reports.turn();
        businessTime.forward(Duration.ofHours(1));
        reports.report(Drivers.at(BEN, HARBOUR, start.plusSeconds(1)));
        reports.turn();
        Instant tomorrow = start.plus(Duration.ofDays(1));
        assertThat(points(start, start.plusSeconds(60))).isEmpty();
        assertThat(points(tomorrow, tomorrow.plus(Duration.ofHours(2))))
                .extracting(DriverPosition::at)
                .containsExactly(tomorrow, tomorrow.plus(Duration.ofHours(1)).plusSeconds(1));
    }

    private List<DriverPosition> points(Instant from, Instant to) {
        return new StreamedPoints(redis, keys, realTime, businessTime).between(BEN, from, to);
    }
}
