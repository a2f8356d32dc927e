package hansom.engines.redis;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.testing.TestFolder;
import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
