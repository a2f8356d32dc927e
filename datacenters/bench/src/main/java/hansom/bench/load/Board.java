package hansom.bench.load;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where those who hear something leave it for those who wait for it, by what it is about. */
final class Board {
    private static final int PATIENCE_SECONDS = 60;

    private final Map<String, CompletableFuture<Heard>> places = new ConcurrentHashMap<>();

    /** Something that was heard, when, and by which driver if it was one. */
    record Heard(String text, long at) {}

    void leave(String about, String text) {
        place(about).complete(new Heard(text, System.nanoTime()));
    }

    Heard await(String about) throws NotHeard, InterruptedException {
        try {
            return place(about).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException never) {
            throw new NotHeard(about, never);
        }
    }

    private CompletableFuture<Heard> place(String about) {
        return places.computeIfAbsent(about, _ -> new CompletableFuture<>());
    }

    /** Forgets what nobody will wait for again. */
    void clear(String order) {
        places.keySet().removeIf(about -> about.startsWith(order));
    }

    /** Something that had to come did not, for a minute. */
    static final class NotHeard extends Exception {
        private static final long serialVersionUID = 1L;

        NotHeard(String about, Throwable cause) {
            super(about + " was not heard", cause);
        }
    }
}
