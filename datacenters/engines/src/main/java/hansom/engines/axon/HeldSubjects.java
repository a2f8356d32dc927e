package hansom.engines.axon;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which subjects of a lane have events that wait, so that later ones wait behind them. Asked for each event: a batch reads what its lane
 * holds once, and again only after something was parked or taken away. Nobody else parks in a segment while this node owns it.
 */
final class HeldSubjects {

    private static final String RESOURCE = "hansom.parked.";
    private static final int MOST_KNOWN = 1_000;

    private final JdbcClient jdbc;
    private final AtomicLong changes = new AtomicLong();

    HeldSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something was parked or taken away: what batches know is old. */
    void changed() {
        changes.incrementAndGet();
    }

    boolean contains(String lane, String subject) {
        if (!CurrentUnitOfWork.isStarted()) return ask(lane, subject);
        var known = known(lane);
        return known.size() > MOST_KNOWN ? ask(lane, subject) : known.contains(subject);
    }

    private Set<String> known(String lane) {
        var batch = CurrentUnitOfWork.get().root().resources();
        long now = changes.get();
        if (batch.get(RESOURCE + lane) instanceof Known known && known.change() == now) return known.subjects();
        var read = new Known(now, read(lane));
        batch.put(RESOURCE + lane, read);
        return read.subjects();
    }

    private Set<String> read(String lane) {
        return jdbc.sql("SELECT DISTINCT subject FROM parked_event WHERE lane = :lane LIMIT " + (MOST_KNOWN + 1))
                .param("lane", lane)
                .query(String.class)
                .set();
    }

    private boolean ask(String lane, String subject) {
        return jdbc.sql("SELECT place FROM parked_event WHERE lane = :lane AND subject = :subject LIMIT 1")
                .params(Map.of("lane", lane, "subject", subject))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** What a lane held, and after which change it was read. */
    private record Known(long change, Set<String> subjects) {}
}
