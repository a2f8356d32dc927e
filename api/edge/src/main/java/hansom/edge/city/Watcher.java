package hansom.edge.city;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One who watches: a short queue, written out by a thread of its own. Who does not keep up misses what lay there and gets everything anew. */
final class Watcher {
    private static final int MOST_WAITING = 24;
    private static final int HEARTBEAT_SECONDS = 15;

    private final SseEmitter stream;
    private final Supplier<@Nullable Told> everything;
    private final LinkedBlockingDeque<Told> waiting = new LinkedBlockingDeque<>();
    private volatile boolean gone;
    private boolean behind = true;

    Watcher(SseEmitter stream, Supplier<@Nullable Told> everything) {
        this.stream = stream;
        this.everything = everything;
    }

    /** Tells what changed since the last call; the whole instead to who has just come or was behind. */
    synchronized void tell(List<Told> changes) {
        if (gone) return;
        if (waiting.size() + changes.size() > MOST_WAITING) {
            waiting.clear();
            behind = true;
            return;
        }
        if (!behind) {
            waiting.addAll(changes);
            return;
        }
        @Nullable Told all = everything.get();
        if (all == null) return;
        waiting.add(all);
        behind = false;
    }

    void leave() {
        gone = true;
    }

    /** Writes until the other side is gone. */
    void pump() {
        try {
            while (!gone) {
                @Nullable Told next = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                stream.send(
                        next == null
                                ? SseEmitter.event().comment("heartbeat")
                                : SseEmitter.event().name(next.name()).data(next.json()));
            }
            stream.complete();
        } catch (IOException | IllegalStateException left) {
            gone = true;
        } catch (InterruptedException stopped) {
            gone = true;
            Thread.currentThread().interrupt();
        }
    }
}
