package hansom.geo.closure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.closure.ClosureEvent.RoadsClosed;
import hansom.contract.closure.ClosureId;
import hansom.engines.json.MessageMapper;
import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers closures for longer than events are followed back at a start; several nodes may write the same. */
class ClosureTable {
    private static final String TABLE = "geo_closure";
    private static final List<String> COLUMNS = List.of("closure_id", "body", "reopened");
    private static final List<String> KEY = List.of("closure_id");

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final ObjectMapper json = MessageMapper.create();

    ClosureTable(JdbcClient sql, Dialect dialect, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /** Whether it is still closed: the same event may come again long after the roads were reopened. */
    boolean put(RoadsClosed closure) {
        transactions.run(() -> sql.sql(dialect.insertIfAbsent(TABLE, COLUMNS, KEY))
                .param("closure_id", closure.closureId().value())
                .param("body", written(closure))
                .param("reopened", 0)
                .update());
        return sql.sql("SELECT reopened FROM geo_closure WHERE closure_id = :closure_id")
                        .param("closure_id", closure.closureId().value())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void reopen(ClosureId closure) {
        transactions.run(() -> sql.sql("UPDATE geo_closure SET reopened = 1 WHERE closure_id = :closure_id")
                .param("closure_id", closure.value())
                .update());
    }

    List<RoadsClosed> closed() {
        return sql.sql("SELECT body FROM geo_closure WHERE reopened = 0")
                .query((row, number) -> read(row.getString("body")))
                .list();
    }

    private String written(RoadsClosed closure) {
        try {
            return json.writeValueAsString(closure);
        } catch (JsonProcessingException notWritten) {
            throw new IllegalStateException(notWritten);
        }
    }

    private RoadsClosed read(String body) {
        try {
            return json.readValue(body, RoadsClosed.class);
        } catch (JsonProcessingException notRead) {
            throw new IllegalStateException(notRead);
        }
    }
}
