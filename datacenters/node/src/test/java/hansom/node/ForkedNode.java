package hansom.node;

import hansom.engines.process.Child;
import hansom.engines.testing.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole node in a JVM of its own on a folder of its own, which can be killed as a power cut or an operator kills it, and started again. */
final class ForkedNode {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final String READY = "hansom ready ";

    private final Path data;
    private final Path out;
    private final int port = Child.freePort();
    private final int livePort = Child.freePort();
    private @Nullable Process process;

    /** How a node ended that would not start, and what it said on both streams. */
    record Ended(int status, List<String> lines) {}

    private ForkedNode(Path data, Path out) {
        this.data = data;
        this.out = out;
    }

    /** A node yet to be started, on a fresh folder that goes with this JVM. */
    static ForkedNode onFreshFolder() {
        ForkedNode[] made = new ForkedNode[1];
        Path folder = TestFolder.make("forked", () -> made[0].killWithServers());
        return made[0] = new ForkedNode(folder.resolve("data"), folder.resolve("out.txt"));
    }

    /** Another node that is told to use the same folder, on ports of its own. */
    ForkedNode second() {
        return new ForkedNode(data, out.resolveSibling("second.txt"));
    }

    /** Starts it and waits until it says that it is ready. */
    Duration start(String... settings) {
        BuiltMaps.layInto(data);
        long begun = System.nanoTime();
        Process running = launch(settings);
        while (said().stream().noneMatch(line -> line.startsWith(READY))) {
            if (!running.isAlive()) throw new AssertionError("the node ended: " + said());
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(PATIENCE) > 0)
                throw new AssertionError("the node is not ready: " + said());
            rest();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        BuiltMaps.keepFrom(data);
        return took;
    }

    /** Starts it, expecting that it refuses and ends. */
    Ended refuses(String... settings) {
        try {
            Process running = launch(settings);
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError("the node did not end: " + said());
            return new Ended(running.exitValue(), said());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Runs one of the program's commands beside it, with this on its input; what it printed last. */
    String task(String word, String input, String... settings) {
        Ended ended = runTask(word, input, settings);
        if (ended.status() != 0) throw new AssertionError(ended.toString());
        return ended.lines().getLast();
    }

    /** Runs a command, expecting that it refuses; the line that says why. */
    String taskRefuses(String word, String input, String... settings) {
        Ended ended = runTask(word, input, settings);
        if (ended.status() == 0 || ended.lines().size() != 1) throw new AssertionError(ended.toString());
        return ended.lines().getFirst();
    }

    private Ended runTask(String word, String input, String... settings) {
        Path file = out.resolveSibling(word + ".txt");
        try {
            Process running = new ProcessBuilder(command(List.of(word), settings))
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            try (var typing = running.outputWriter()) {
                typing.write(input);
            }
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError(word + " did not end: " + Files.readAllLines(file));
            return new Ended(running.exitValue(), Files.readAllLines(file));
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private Process launch(String... settings) {
        try {
            // Who is gone by his handle may be alive for a moment by his process.
            if (process != null && !process.waitFor(SETTLING.toSeconds(), TimeUnit.SECONDS))
                throw new IllegalStateException("it runs already");
            return process = new ProcessBuilder(command(List.of(), settings))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private List<String> command(List<String> words, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                HansomApplication.class.getName()));
        command.addAll(words);
        command.addAll(List.of(
                "--hansom.data=" + data,
                "--hansom.port=" + port,
                "--hansom.live-port=" + livePort,
                "--hansom.limits.calls-per-minute=100000",
                "--hansom.limits.calls-per-minute-and-address=100000",
                "--hansom.limits.codes-per-address=100000"));
        command.addAll(Arrays.asList(settings));
        return command;
    }

    private List<String> said() {
        try {
            return Files.readAllLines(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Kills the JVM alone: its servers live on, as nobody tells them. */
    void kill() {
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        gone(running.toHandle());
    }

    /** Kills the JVM and every server of it at once, as a power cut does. */
    void killWithServers() {
        List<ProcessHandle> all = Stream.concat(
                        Optional.ofNullable(process).map(Process::toHandle).stream(), servers().stream())
                .toList();
        all.stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        all.forEach(ForkedNode::gone);
    }

    /** Asks it to end, as an operator does, and tells how long it took. */
    Duration terminate() {
        long begun = System.nanoTime();
        ProcessHandle running = Objects.requireNonNull(process).toHandle();
        running.destroy();
        gone(running);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The servers that work in its folder just now. */
    List<ProcessHandle> servers() {
        return Stream.of(data.resolve("postgres/data/postmaster.pid"), data.resolve("redis/redis.pid"))
                .flatMap(file -> server(file).stream())
                .toList();
    }

    /** Waits until its health is as awaited. */
    void health(Predicate<String> awaited) {
        new Phone(url()).until("/actuator/health/readiness", answer -> awaited.test(answer.text("status")));
    }

    private static Optional<ProcessHandle> server(Path pidFile) {
        try {
            if (Files.notExists(pidFile)) return Optional.empty();
            return ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pidFile).getFirst().trim()))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> found.info().command().orElse("").matches(".*(postgres|redis).*"));
        } catch (IOException | RuntimeException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static void gone(ProcessHandle process) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > giveUp) throw new AssertionError(process.pid() + " lives on");
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    int livePort() {
        return livePort;
    }

    Path data() {
        return data;
    }
}
