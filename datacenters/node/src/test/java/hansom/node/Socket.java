package hansom.node;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A live connection as an app holds it: what it hears is kept in its order until asked for. */
final class Socket implements WebSocket.Listener, AutoCloseable {
    static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final List<String> passed = new ArrayList<>();
    private final List<Long> sequence = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    static Socket open(RunningNode node) {
        Socket opened = new Socket();
        opened.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("hansom.v1")
                .buildAsync(URI.create(node.live()), opened)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return opened;
    }

    void say(Object frame) {
        send(JSON.writeValueAsString(frame));
    }

    /** A frame as it is; when the node has hung up by now, that is seen in {@link #closed}. */
    void send(String text) {
        sent(socket().sendText(text, true));
    }

    void send(ByteBuffer bytes) {
        sent(socket().sendBinary(bytes, true));
    }

    private static void sent(CompletableFuture<WebSocket> sending) {
        try {
            sending.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException hungUp) {
            if (!(hungUp.getCause() instanceof java.io.IOException)) throw hungUp;
        }
    }

    private WebSocket socket() {
        WebSocket opened = socket;
        if (opened == null) throw new AssertionError("not open");
        return opened;
    }

    /** The next frame of this type; others are passed over. */
    JsonNode hears(String type) {
        return hearsFirst(type);
    }

    /** The next frame of this type if it comes within a while; others are passed over. */
    @Nullable
    JsonNode hearsWithin(String type, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                JsonNode frame = heard.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (frame == null || frame.path("type").asString("").equals(type)) return frame;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The next frame of one of these types; others are passed over. */
    JsonNode hearsFirst(String... types) {
        while (true) {
            JsonNode frame = next(String.join(" or ", types));
            if (List.of(types).contains(frame.path("type").asString(""))) return frame;
        }
    }

    /** The next news of an order in this status. */
    JsonNode hearsOrder(String status) {
        while (true) {
            JsonNode frame = hears("order");
            if (frame.path("data").path("status").asString("").equals(status)) return frame;
        }
    }

    private JsonNode next(String awaited) {
        try {
            JsonNode frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null)
                throw new AssertionError("no %s was heard after %s; closed: %s".formatted(awaited, passed, closed));
            passed.add(frame.toString());
            if (frame.has("seq") && !frame.path("type").asString("").equals("snapshot"))
                sequence.add(frame.path("seq").asLong());
            return frame;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The numbers of the news that were heard so far. */
    List<Long> sequence() {
        return List.copyOf(sequence);
    }

    /** The code with which the node hung up. */
    int closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket().abort();
    }
}
