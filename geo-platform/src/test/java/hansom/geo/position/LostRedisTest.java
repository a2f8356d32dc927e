package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.engines.redis.RedisConfiguration;
import hansom.engines.testing.TestRedis;
import hansom.geo.testing.Drivers;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LostRedisTest {
    private static final DriverId BEN = Drivers.driver(901);
    private static final Point CASINO = new Point(43.7393, 7.42775);
    private static final Point HARBOUR = new Point(43.7350, 7.4215);

    private final Clock clock = Clock.systemUTC();
    private final Keys keys = new Keys(Region.SAMARA);

    @Test
    void goesOnWhenTheLineToRedisIsMended() throws Exception {
        URI redis = URI.create(TestRedis.uri());
        try (Relay relay = new Relay(redis.getPort())) {
            RedisClient client =
                    RedisConfiguration.client(TestRedis.uri().replace(":" + redis.getPort(), ":" + relay.port()));
            Board board = new Board();
            BlockingQueue<String> signs = new LinkedBlockingQueue<>();
            RedisReports reports = new RedisReports(
                    client.connect(),
                    keys,
                    clock,
                    clock,
                    _ -> true,
                    new PositionMeters(new SimpleMeterRegistry(), clock));
            LiveChannel channel = new LiveChannel(client.connectPubSub(), keys);
            BoardFeed feed = new BoardFeed(board, client.connect(), keys, clock);
            channel.listen(feed);
            channel.listen(telling(signs));
            channel.start();
            feed.start();
            assertThat(feed.listeningSince()).isPresent();

            relay.cut();
            assertThat(signs.poll(5, TimeUnit.SECONDS)).isEqualTo("broken");
            assertThat(feed.listeningSince()).isEmpty();
            Instant now = clock.instant();
            reports.report(Drivers.at(BEN, CASINO, now.minusSeconds(2)));
            reports.turn();
            reports.report(Drivers.at(BEN, HARBOUR, now.minusSeconds(1)));
            reports.turn();

            relay.mend();
            assertThat(signs.poll(20, TimeUnit.SECONDS)).isEqualTo("mended");
            assertThat(feed.listeningSince()).isPresent();
            reports.start();
            assertThat(signs.poll(20, TimeUnit.SECONDS)).startsWith(BEN.value());
            assertThat(board.find(BEN)).map(Fix::point).contains(HARBOUR);
            reports.close();
            assertThat(new StreamedPoints(client.connect(), keys, clock, clock).between(BEN, now.minusSeconds(9), now))
                    .hasSize(2);
            channel.close();
            feed.close();
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static LiveChannel.Listener telling(BlockingQueue<String> signs) {
        return new LiveChannel.Listener() {
            @Override
            public void heard(String line) {
                signs.add(line);
            }

            @Override
            public void broken() {
                signs.add("broken");
            }

            @Override
            public void mended() {
                signs.add("mended");
            }
        };
    }
}
