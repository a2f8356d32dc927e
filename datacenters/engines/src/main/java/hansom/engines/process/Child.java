package hansom.engines.process;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server process of the node's own, in a session of its own (a Ctrl-C on the node's terminal does not reach it), its output in a file.
 */
public final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(3);
    private static final Set<Child> STARTED = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    private final ProcessHandle process;
    private final Path output;

    private Child(ProcessHandle process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static Child start(List<String> command, Path output) {
        if (ending) throw new StartRefused("stopped while it started");
        List<String> whole = new ArrayList<>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            process.getOutputStream().close();
            Child child = new Child(process.toHandle(), output);
            STARTED.add(child);
            child.process.onExit().thenRun(() -> STARTED.remove(child));
            return child;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(command.getFirst() + " did not start", notStarted);
        }
    }

    /** Stops every server that nobody has stopped, and lets no other begin: for a node that is told to end while it still starts. */
    public static void endAll() {
        ending = true;
        for (Child child : STARTED) child.stop("INT", LAST_PATIENCE);
    }

    /** The process that a killed node left behind, if the number in the file is still a process of this name. */
    public static Optional<Child> leftBehind(Path pidFile, String name, Path output) {
        if (Files.notExists(pidFile)) return Optional.empty();
        try {
            String first =
                    Files.readString(pidFile).lines().findFirst().orElse("").trim();
            return ProcessHandle.of(Long.parseLong(first))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").contains(name))
                    .map(process -> new Child(process, output));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Does it, on a thread of its own, once the server has ended by whatever cause. */
    public void onEnd(Runnable after) {
        process.onExit().thenRun(() -> Thread.ofVirtual().name("server-ended").start(after));
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Waits until the server answers. Stops it and refuses to start, with its last words in the line, when it ends before or is not there in
     * time.
     */
    public void awaitReady(String line, Duration patience, BooleanSupplier answers) {
        Instant giveUp = Instant.now().plus(patience);
        while (!answers.getAsBoolean()) {
            if (!alive()) throw new StartRefused(line.formatted(lastWords()));
            if (Instant.now().isAfter(giveUp)) {
                process.destroyForcibly();
                throw new StartRefused(
                        line.formatted("no answer within %d s; %s".formatted(patience.toSeconds(), lastWords())));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StartRefused(line.formatted("stopped while it started"), stopped);
            }
        }
    }

    /** A port of the loopback address on which nobody listens just now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Sends the signal, waits, and kills what is still there. */
    public void stop(String signal, Duration patience) {
        if (!alive()) return;
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(2, TimeUnit.SECONDS);
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | IOException stubborn) {
            LOG.warn("process {} did not stop within {} s and is killed", process.pid(), patience.toSeconds());
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** The last line it wrote, or the last of those that were fatal to it, for the one line that tells why it did not start. */
    public String lastWords() {
        try {
            List<String> lines = Files.readString(output)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - 10), lines.size()).stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce((_, later) -> later)
                    .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
        } catch (IOException unreadable) {
            return "its output cannot be read";
        }
    }
}
