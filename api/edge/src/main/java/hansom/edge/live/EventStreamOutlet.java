package hansom.edge.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of server-sent events as a place where news go: a short queue, written out by one thread of its own. */
final class EventStreamOutlet implements Outlet {
    private static final int MOST_WAITING = 64;
    private static final int HEARTBEAT_SECONDS = 15;

    private final SseEmitter stream;
    private final LinkedBlockingQueue<SseEmitter.SseEventBuilder> waiting = new LinkedBlockingQueue<>();
    private final LiveMeters meters;
    private volatile boolean closed;

    EventStreamOutlet(SseEmitter stream, LiveMeters meters) {
        this.stream = stream;
        this.meters = meters;
    }

    @Override
    public boolean ready() {
        return !closed && waiting.size() < MOST_WAITING;
    }

    @Override
    public void send(Envelope envelope) {
        if (closed) return;
        meters.sent(envelope);
        SseEmitter.SseEventBuilder event =
                SseEmitter.event().name(envelope.type()).data(envelope, MediaType.APPLICATION_JSON);
        waiting.add(envelope.seq() == null ? event : event.id(String.valueOf(envelope.seq())));
    }

    @Override
    public void close(CloseCode code) {
        meters.closed(code);
        waiting.add(SseEmitter.event()
                .name("close")
                .data(Map.of("code", code.code(), "reason", code.reason()), MediaType.APPLICATION_JSON));
        closed = true;
    }

    /** Writes until closed here or there; {@code drained} when there is room again, {@code idle} at each heartbeat. */
    void pump(Runnable drained, Runnable idle) {
        try {
            while (!(closed && waiting.isEmpty())) {
                SseEmitter.@Nullable SseEventBuilder event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                boolean wasFull = waiting.size() >= MOST_WAITING - 1;
                stream.send(event == null ? SseEmitter.event().comment("heartbeat") : event);
                if (event == null) idle.run();
                else if (wasFull) drained.run();
            }
            stream.complete();
        } catch (IOException | IllegalStateException gone) {
            closed = true;
        } catch (InterruptedException stopped) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    void gone() {
        closed = true;
    }
}
