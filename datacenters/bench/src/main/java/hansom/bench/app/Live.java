package hansom.bench.app;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person's live connection: opened again whenever it breaks, going on after the last number that was heard. */
public final class Live implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PATIENCE_SECONDS = 20;
    private static final int UNAUTHENTICATED = 4401;

    private final URI address;
    private final Phone phone;
    private final Consumer<JsonNode> heard;
    private volatile boolean wanted = true;
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable Ear ear;
    private volatile long lastSeq = -1;

    private Live(String address, Phone phone, Consumer<JsonNode> heard) {
        this.address = URI.create(address);
        this.phone = phone;
        this.heard = heard;
    }

    /** Stays connected from now on until closed; each frame is handed over before the next. */
    public static Live open(String address, Phone phone, Consumer<JsonNode> heard) {
        Live live = new Live(address, phone, heard);
        Thread.ofVirtual().name("live").start(live::stay);
        return live;
    }

    private void stay() {
        while (wanted) {
            try {
                int code = connect().closed.get();
                if (code == UNAUTHENTICATED) phone.renew();
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception broken) {
                // The node is away, or hung up without a word: the next attempt follows.
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Ear connect() throws Exception {
        Ear fresh = new Ear();
        WebSocket opened = Http.CLIENT
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .subprotocols("hansom.v1")
                .buildAsync(address, fresh)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        socket = opened;
        ear = fresh;
        Map<String, Object> hello = new LinkedHashMap<>(Map.of("type", "hello", "token", phone.token()));
        if (lastSeq >= 0) hello.put("last_seq", lastSeq);
        say(opened, hello);
        if (!wanted) hangUp();
        return fresh;
    }

    /** Sends a frame when there is a connection; else it is not sent. */
    public void say(Object frame) {
        WebSocket opened = socket;
        if (opened != null && !opened.isOutputClosed()) say(opened, frame);
    }

    private synchronized void say(WebSocket opened, Object frame) {
        try {
            opened.sendText(Http.JSON.writeValueAsString(frame), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception hungUp) {
            hangUp();
        }
    }

    /** Nobody tells the listener when this side hangs up. */
    private void hangUp() {
        WebSocket opened = socket;
        Ear listening = ear;
        if (opened != null) opened.abort();
        if (listening != null) listening.closed.complete(0);
    }

    private void hear(JsonNode frame) {
        heard.accept(frame);
        if (frame.has("seq")) lastSeq = frame.path("seq").asLong();
    }

    @Override
    public void close() {
        wanted = false;
        hangUp();
    }

    /** Puts the parts of a frame together. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                JsonNode frame = Http.JSON.readTree(part.toString());
                part.setLength(0);
                hear(frame);
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
    }
}
