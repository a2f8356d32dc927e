package hansom.drill.kill;

import hansom.bench.node.Rest;
import hansom.drill.book.Count;
import hansom.drill.book.Diaries;
import hansom.drill.book.Finding;
import hansom.drill.book.Findings;
import hansom.drill.book.Kept;
import hansom.drill.book.Store;
import java.nio.file.Path;
import java.time.Duration;

/** Gives the node time to take up again what it was doing: until nothing is stuck any more, within bounds. */
final class Settling {
    private static final int QUIET_LOOKS = 3;
    private static final long LOOK_MILLIS = 2_000;

    private final Path data;
    private final Path diaries;

    Settling(Path data, Path diaries) {
        this.data = data;
        this.diaries = diaries;
    }

    /** Until no call is owed and no event has come for some looks. */
    void quiet(Duration patience) throws Exception {
        long giveUp = System.nanoTime() + patience.toNanos();
        int before = -1;
        int looks = 0;
        while (looks < QUIET_LOOKS && System.nanoTime() < giveUp) {
            Kept kept = kept();
            boolean quiet = kept.events().size() == before && kept.parked().isEmpty();
            looks = quiet ? looks + 1 : 0;
            before = kept.events().size();
            Rest.ofMillis(LOOK_MILLIS);
        }
    }

    /** What is found once nothing is stuck and the store has been still for a look, or when patience ends. */
    Findings within(Duration patience) throws Exception {
        long giveUp = System.nanoTime() + patience.toNanos();
        int before = -1;
        while (true) {
            Kept kept = kept();
            Findings findings = Count.of(Diaries.read(diaries), kept);
            boolean still = kept.events().size() == before;
            if ((still && findings.count(Finding.Kind.STUCK) == 0) || System.nanoTime() > giveUp) return findings;
            before = kept.events().size();
            Rest.ofMillis(LOOK_MILLIS);
        }
    }

    private Kept kept() throws Exception {
        try (Store store = Store.open(data)) {
            return store.read();
        }
    }
}
