package hansom.city.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A phone's live connection: it says hello with the last number it has heard, notices every gap, and comes back by itself. Used by one
 * person at a time; frames wait until he looks.
 */
public final class Line {
    private static final String PROTOCOL = "hansom.v1";
    private static final int SECONDS = 15;
    private static final long PING_NANOS = 15_000_000_000L;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Session session;
    private final URI address;
    private final Sequence heard = new Sequence();
    private final ReentrantLock sender = new ReentrantLock();
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private volatile @Nullable WebSocket socket;
    private volatile CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private long lastSent = System.nanoTime();
    private long pause = 250;
    private long nextTry = System.nanoTime();
    private volatile long openSince = System.nanoTime();

    Line(Session session, String address) {
        this.session = session;
        this.address = URI.create(address);
    }

    public boolean open() {
        return socket != null;
    }

    /** When it was last opened, by {@link System#nanoTime()}. */
    public long openSince() {
        return openSince;
    }

    /** Connects unless it is, not more often than back-off allows; says whether it is connected. */
    public boolean keep() throws InterruptedException {
        if (socket != null) {
            if (System.nanoTime() - lastSent > PING_NANOS) say(Json.object().put("type", "ping"));
            return socket != null;
        }
        if (System.nanoTime() < nextTry) return false;
        try {
            connect();
            pause = 250;
            return true;
        } catch (ExecutionException | TimeoutException away) {
            cut();
            session.door().outages().seen();
        }
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        return false;
    }

    private void connect() throws InterruptedException, ExecutionException, TimeoutException {
        String token = session.token();
        WebSocket opened = session.door()
                .http()
                .newWebSocketBuilder()
                .subprotocols(PROTOCOL)
                .connectTimeout(Duration.ofSeconds(SECONDS))
                .buildAsync(address, new Ear())
                .get(SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> greeting = new CompletableFuture<>();
        welcomed = greeting;
        socket = opened;
        ObjectNode hello = Json.object().put("type", "hello").put("token", token);
        if (heard.last() >= 0) hello.put("last_seq", heard.last());
        say(hello);
        greeting.get(SECONDS, TimeUnit.SECONDS);
        openSince = System.nanoTime();
        session.door().tally().count("connects");
    }

    /** The next frame, or null when none comes in so long. */
    public @Nullable Frame next(Duration patience) throws InterruptedException {
        return frames.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Sends a frame; on a connection that just broke it is lost, as on any phone. */
    public void say(ObjectNode frame) throws InterruptedException {
        send(open -> open.sendText(Json.write(frame), true));
    }

    /** Sends a binary frame. */
    public void tell(ByteBuffer bytes) throws InterruptedException {
        send(open -> open.sendBinary(bytes, true));
    }

    /** One at a time: a socket takes no second frame while it is at the first. */
    private void send(Function<WebSocket, CompletableFuture<WebSocket>> sending) throws InterruptedException {
        sender.lockInterruptibly();
        try {
            WebSocket open = socket;
            if (open == null) return;
            lastSent = System.nanoTime();
            try {
                sending.apply(open).get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException broken) {
                lost(open);
                open.abort();
            }
        } finally {
            sender.unlock();
        }
    }

    public void acknowledge(Frame frame) throws InterruptedException {
        if (frame.seq() != null) say(Json.object().put("type", "ack").put("seq", frame.seq()));
    }

    /** A renewed token on the running connection. */
    void renew(String token) throws InterruptedException {
        say(Json.object().put("type", "renew").put("token", token));
    }

    /** Hangs up; the next hello goes on from what was heard. */
    public void hangUp() {
        WebSocket open = socket;
        socket = null;
        if (open != null) open.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(1, TimeUnit.SECONDS);
    }

    /** The network is gone without a word. */
    public void cut() {
        WebSocket open = socket;
        socket = null;
        if (open != null) open.abort();
    }

    private void lost(WebSocket from) {
        if (socket != from) return;
        socket = null;
        welcomed.completeExceptionally(new IOException("hung up before the welcome"));
    }

    private void heard(String text) {
        Tally tally = session.door().tally();
        Frame frame = Frame.read(text).orElse(null);
        if (frame == null) {
            tally.error("malformed frame", session.name() + ": " + text);
            return;
        }
        if (frame.is("welcome")) welcomed.complete(null);
        session.diary().told(frame);
        Long seq = frame.seq();
        if (seq != null) {
            Sequence.Fit fit = heard.heard(seq, frame.is("snapshot"));
            if (fit == Sequence.Fit.GAP) tally.error("sequence gap", "%s: %d".formatted(session.name(), seq));
            tally.count("frames");
        }
        frames.add(frame);
    }

    /** Listens; why the node hung up is judged where it can be. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                heard(begun.toString());
                begun.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            boolean ours = socket != from;
            lost(from);
            if (code == 1001 || code == 1006 || code == 4503)
                session.door().outages().seen();
            else if (!ours) session.door().tally().error("closed " + code, session.name() + ": " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            boolean ours = socket != from;
            lost(from);
            if (!ours) session.door().outages().seen();
        }
    }
}
