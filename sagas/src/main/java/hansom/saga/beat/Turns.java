package hansom.saga.beat;

import hansom.engines.sql.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose turn it is: a lease in the database for each kind of work, taken over when its holder has been silent for its length. Two holders
 * at once do no harm, for all commands may be repeated; they would only work twice.
 */
public final class Turns {
    static final Duration LENGTH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final String holder;
    private final InstantSource realTime;

    public Turns(JdbcClient jdbc, Transactions transactions, String holder, InstantSource realTime) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.holder = holder;
        this.realTime = realTime;
    }

    /** Takes or renews the turn; true when it is this node's for another {@link #LENGTH}. */
    boolean take(String name) {
        long now = realTime.millis();
        var next = Map.<String, Object>of("name", name, "holder", holder, "now", now, "until", now + LENGTH.toMillis());
        try {
            transactions.run(() -> write(name, next));
        } catch (DuplicateKeyException _) {
            return false;
        }
        return holder.equals(holderOf(name));
    }

    /** Lets another node have it at once. */
    void give(String name) {
        transactions.run(() -> jdbc.sql("UPDATE turn SET until = 0 WHERE name = :name AND holder = :holder")
                .params(Map.of("name", name, "holder", holder))
                .update());
    }

    private void write(String name, Map<String, Object> next) {
        if (holderOf(name).isEmpty())
            jdbc.sql("INSERT INTO turn (name, holder, until) VALUES (:name, :holder, :until)")
                    .param("name", name)
                    .param("holder", holder)
                    .param("until", next.get("until"))
                    .update();
        else jdbc.sql("""
                    UPDATE turn SET holder = :holder, until = :until
                    WHERE name = :name AND (holder = :holder OR until < :now)""").params(next).update();
    }

    private String holderOf(String name) {
        return jdbc.sql("SELECT holder FROM turn WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
