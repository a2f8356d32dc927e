package hansom.engines.redis;

import hansom.engines.StartRefused;
import hansom.engines.process.Child;
import hansom.engines.process.Platform;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis server of the node's own, on the loopback address with a password, its append-only file written each second. One that a killed
 * node left behind is stopped first; when it ends by itself it is started again at the same address, with what its file holds.
 */
public final class LocalRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRedis.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final List<String> command;
    private final Path output;
    private final int port;
    private final String password;
    private Child server;
    private boolean closed;

    private LocalRedis(List<String> command, Path output, int port, String password) {
        this.command = command;
        this.output = output;
        this.port = port;
        this.password = password;
        this.server = Child.start(command, output);
    }

    /** Starts the server whose data lie in the folder, with its program unpacked under {@code programs}. */
    public static LocalRedis start(Path folder, Path programs) {
        Path program = unpack(programs);
        Path output = folder.resolve("redis.log");
        Path pid = folder.resolve("redis.pid");
        Child.leftBehind(pid, "redis", output).ifPresent(orphan -> {
            LOG.info("a Redis that a killed node left behind is stopped");
            orphan.stop("TERM", STOP_PATIENCE);
        });
        int port = Child.freePort();
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Path configuration = write(folder, port, password, pid);
        LocalRedis redis =
                new LocalRedis(List.of(program.toString(), configuration.toString()), output, port, password);
        redis.await();
        return redis;
    }

    private synchronized void await() {
        server.awaitReady(
                "the Redis carried along does not run here (%s); name one with --redis", START_PATIENCE, this::answers);
        server.onEnd(this::startAgain);
    }

    private void startAgain() {
        for (Duration pause = FIRST_PAUSE;
                ;
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause) {
            try {
                Thread.sleep(pause);
                if (startedAgain()) return;
            } catch (StartRefused notYet) {
                LOG.warn("Redis could not be started again: {}", notYet.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized boolean startedAgain() {
        if (closed) return true;
        LOG.warn("Redis ended by itself and is started again; it said last: {}", server.lastWords());
        server = Child.start(command, output);
        await();
        return true;
    }

    private static Path write(Path folder, int port, String password, Path pid) {
        Path file = folder.resolve("redis.conf");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, """
                    bind 127.0.0.1
                    port %d
                    requirepass %s
                    dir "%s"
                    pidfile "%s"
                    daemonize no
                    save ""
                    appendonly yes
                    appendfsync everysec
                    maxmemory-policy noeviction
                    """.formatted(port, password, folder, pid));
        } catch (IOException notWritten) {
            throw new StartRefused(
                    "the configuration of Redis cannot be written: " + notWritten.getMessage(), notWritten);
        }
    }

    private static Path unpack(Path programs) {
        String name = nameFor(Platform.here("--redis"));
        Path target = programs.resolve(name);
        if (Files.isExecutable(target)) return target;
        try (InputStream packed = LocalRedis.class.getResourceAsStream("/" + name)) {
            if (packed == null)
                throw new StartRefused("%s is not on the class path; name a server with --redis".formatted(name));
            Path part = Files.createTempFile(programs, name, ".part");
            Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notUnpacked) {
            throw new StartRefused(
                    "Redis could not be unpacked to %s: %s".formatted(programs, notUnpacked.getMessage()), notUnpacked);
        }
    }

    static String nameFor(Platform platform) {
        return switch (platform) {
            case LINUX_AMD64 -> "redis-server-6.2.6-v5-linux-amd64";
            case LINUX_ARM64 -> "redis-server-6.2.7-linux-arm64";
            case DARWIN_AMD64 -> "redis-server-6.2.6-v5-darwin-amd64";
            case DARWIN_ARM64 -> "redis-server-6.2.6-v5-darwin-arm64";
        };
    }

    private boolean answers() {
        RedisClient client = RedisClient.create(RedisURI.create(uri()));
        try (var connection = client.connect()) {
            return connection.sync().ping().equals("PONG");
        } catch (RedisException notYet) {
            return false;
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    /** Where it is, password included. */
    public String uri() {
        return "redis://:%s@127.0.0.1:%d/0".formatted(password, port);
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.stop("TERM", STOP_PATIENCE);
    }
}
