package hansom.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One of the other engines while it serves, on this machine only; it ends when it is closed, and with this JVM at the latest, however that ends. */
final class Server implements AutoCloseable {
    static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SERVING = "serving ";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process script;
    private final ProcessHandle program;
    private final String url;

    private Server(Process script, ProcessHandle program, int port) {
        this.script = script;
        this.program = program;
        this.url = "http://127.0.0.1:" + port;
    }

    /** By the command that serves, which takes the port as its last word and says which process it began. */
    static Server begun(List<String> command) throws IOException {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        whole.add(String.valueOf(port));
        Process script = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = script.inputReader();
        String said = out.readLine();
        if (said == null || !said.startsWith(SERVING)) throw new IllegalStateException(command + " does not serve");
        long pid = Long.parseLong(said.substring(said.lastIndexOf('=') + 1));
        Server server = new Server(script, ProcessHandle.of(pid).orElseThrow(), port);
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long begun = System.nanoTime();
        while (true) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create(url + "/")).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                if (!program.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    close();
                    throw new IllegalStateException(
                            "it does not answer: " + script.info().commandLine(), notYet);
                }
                pause();
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while asking", stopped);
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    JsonNode post(String path, Object body) {
        return answer(HttpRequest.newBuilder(URI.create(url + path))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) return JSON.readTree(answer.body());
            throw new IllegalStateException("%s answers %d: %s".formatted(url, answer.statusCode(), answer.body()));
        } catch (IOException unreachable) {
            throw new IllegalStateException(url + " does not answer", unreachable);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** What the engine's process has used of all processors, in nanoseconds; read from its {@code /proc/PID/stat}, in hundredths of a second. */
    long cpuNanos() {
        return program.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the processor time of the engine cannot be read"))
                .toNanos();
    }

    @Override
    public void close() {
        client.close();
        script.destroy();
        program.destroyForcibly();
    }
}
