package hansom.bench.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node started by the script as anybody starts it, on ports and a folder of its own; it can be stopped, killed and started again. */
public final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String READY = "hansom ready ";

    private final Path home;
    private final Path folder;
    private final Optional<Path> map;
    private final int port = freePort();
    private final int livePort = freePort();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "HANSOM_LIMITS_CALLSPERMINUTE", "1000000",
            "HANSOM_LIMITS_CALLSPERMINUTEANDADDRESS", "100000000",
            "HANSOM_LIMITS_CODESPERADDRESS", "1000000"));
    private int starts;
    private @Nullable Process process;

    /** A node yet to be started; everything it keeps goes into the folder. */
    public Node(Path home, Path folder, Optional<Path> map) {
        this.home = home;
        this.folder = folder;
        this.map = map;
    }

    /** Gives the node a setting by its environment; holds from the next start on. */
    public Node with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Takes back a setting. */
    public Node without(String variable) {
        settings.remove(variable);
        return this;
    }

    /** Starts it and waits until it says that it is ready. */
    public Duration start() {
        long begun = System.nanoTime();
        launch();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Starts it without waiting; it ends with this JVM at the latest. */
    public void launch() {
        // A killed process is gone before this JVM has heard of it.
        if (!ends(Duration.ofSeconds(10))) throw new IllegalStateException("it runs already");
        List<String> command = new ArrayList<>(List.of(
                home.resolve("start").toString(),
                "--built",
                "--port",
                String.valueOf(port),
                "--live-port",
                String.valueOf(livePort),
                "--data",
                data().toString()));
        map.ifPresent(file -> command.addAll(List.of("--map", file.toString())));
        if (starts++ == 0) Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out().toFile());
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Waits until it says that it is ready; one that ended or says nothing for a quarter of an hour is an exception. */
    public void awaitReady() {
        long begun = System.nanoTime();
        while (said().stream().noneMatch(line -> line.startsWith(READY))) {
            if (!running()) throw new IllegalStateException("the node ended: " + said());
            if (System.nanoTime() - begun > PATIENCE.toNanos())
                throw new IllegalStateException("the node is not ready: " + said());
            Rest.ofMillis(10);
        }
    }

    public boolean running() {
        return process != null && process.isAlive();
    }

    /** Waits until its JVM has ended by itself, as long as it is told. */
    public boolean ends(Duration patience) {
        long begun = System.nanoTime();
        while (running()) {
            if (System.nanoTime() - begun > patience.toNanos()) return false;
            Rest.ofMillis(2);
        }
        return true;
    }

    /** What it printed since its last start. */
    public List<String> said() {
        try {
            return Files.exists(out()) ? Files.readAllLines(out()) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path out() {
        return folder.resolve("out-%d.txt".formatted(starts));
    }

    /** Kills the JVM alone; its servers live on, as nobody tells them. */
    public void kill() {
        ProcessHandle jvm = jvm();
        jvm.destroyForcibly();
        gone(jvm);
    }

    /** Kills the JVM and every server of it at once, as a power cut does. */
    public void killWithServers() {
        List<ProcessHandle> all = Stream.of(
                        Stream.ofNullable(process).map(Process::toHandle), tree(Part.POSTGRES), tree(Part.REDIS))
                .flatMap(part -> part)
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(Node::gone);
    }

    /** Asks it to end, as an operator does, and waits for that; what will not end is killed. */
    public void stop() {
        if (process != null && process.isAlive()) {
            process.toHandle().destroy();
            if (ends(Duration.ofSeconds(30))) return;
        }
        killWithServers();
    }

    @Override
    public void close() {
        stop();
    }

    private static void gone(ProcessHandle process) {
        long begun = System.nanoTime();
        while (process.isAlive()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos())
                throw new IllegalStateException(process.pid() + " lives on");
            Rest.ofMillis(2);
        }
    }

    private ProcessHandle jvm() {
        return Objects.requireNonNull(process, "never started").toHandle();
    }

    /** The processes that make up a part of it just now. */
    public Stream<ProcessHandle> tree(Part part) {
        Optional<ProcessHandle> root = switch (part) {
            case JVM -> Optional.ofNullable(process).map(Process::toHandle);
            case POSTGRES -> server(data().resolve("postgres/data/postmaster.pid"), "postgres");
            case REDIS -> server(data().resolve("redis/redis.pid"), "redis");
        };
        return root.stream()
                .flatMap(found ->
                        part == Part.JVM ? Stream.of(found) : Stream.concat(Stream.of(found), found.descendants()));
    }

    private static Optional<ProcessHandle> server(Path pidFile, String name) {
        try {
            if (Files.notExists(pidFile)) return Optional.empty();
            return ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pidFile).getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> found.info().command().orElse("").contains(name));
        } catch (IOException | RuntimeException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String live() {
        return "ws://127.0.0.1:%d/v1/live".formatted(livePort);
    }

    public Path data() {
        return folder.resolve("data");
    }
}
