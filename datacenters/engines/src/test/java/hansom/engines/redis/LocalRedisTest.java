package hansom.engines.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.engines.process.Platform;
import hansom.engines.testing.Program;
import hansom.engines.testing.TestFolder;
import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalRedisTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsStreamsOverARestartAndStopsTheServerThatAKilledNodeLeftBehind() throws Exception {
        LocalRedis orphan = LocalRedis.start(folder, TestFolder.programs());
        set(orphan, "kept", "here");
        long pid = Long.parseLong(Files.readString(folder.resolve("redis.pid")).trim());
        try (LocalRedis next = LocalRedis.start(folder, TestFolder.programs())) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(get(next, "kept")).isEqualTo("here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesAProgramOfEachPlatform(Platform platform) throws Exception {
        try (var program = LocalRedis.class.getResourceAsStream("/" + LocalRedis.nameFor(platform))) {
            assertThat(Program.platformsOf(Objects.requireNonNull(program))).contains(platform);
        }
    }

    @Test
    void isStartedAgainAtItsAddressWhenItEndsByItself() throws Exception {
        long last = 0;
        try (LocalRedis redis = LocalRedis.start(folder, TestFolder.programs())) {
            set(redis, "kept", "here");
            Thread.sleep(1_500);
            for (int time = 1; time <= 2; time++) {
                long pid = pid();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> get(redis, "kept").equals("here"));
                assertThat(pid()).isNotEqualTo(pid);
                last = pid();
            }
        }
        assertThat(ProcessHandle.of(last).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readString(folder.resolve("redis.pid")).trim());
    }

    private static void set(LocalRedis redis, String key, String value) {
        RedisClient client = RedisConfiguration.client(redis.uri());
        try (var connection = client.connect()) {
            connection.sync().set(key, value);
        } finally {
            client.shutdown();
        }
    }

    private static String get(LocalRedis redis, String key) {
        RedisClient client = RedisConfiguration.client(redis.uri());
        try (var connection = client.connect()) {
            return connection.sync().get(key);
        } finally {
            client.shutdown();
        }
    }
}
