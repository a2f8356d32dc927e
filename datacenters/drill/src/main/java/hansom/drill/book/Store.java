package hansom.drill.book;

import hansom.bench.app.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of a running node on its own folder, read behind its back; and, to prove that the counting sees it, spoiled. */
public final class Store implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    public static Store open(Path data) throws IOException, SQLException {
        Path postgres = data.resolve("postgres");
        String port = Files.readAllLines(postgres.resolve("data/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password = Files.readString(postgres.resolve("password")).strip();
        return new Store(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/hansom?connectTimeout=5&socketTimeout=60".formatted(port),
                "hansom",
                password));
    }

    public Kept read() throws SQLException {
        return new Kept(
                rows(
                        "SELECT global_index, aggregate_id, sequence_number, payload_type, payload FROM domain_event ORDER BY global_index",
                        row -> new Event(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                simple(row.getString(4)),
                                Http.JSON.readTree(new String(row.getBytes(5), StandardCharsets.UTF_8)))),
                rows(
                        "SELECT ref, state, taken_minor, given_minor FROM sandbox_hold ORDER BY ref",
                        row -> new Kept.Hold(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4))),
                rows(
                        "SELECT call_id, amount_minor, answer FROM sandbox_transfer ORDER BY call_id",
                        row -> new Kept.Transfer(row.getString(1), row.getLong(2), row.getString(3))),
                rows(
                        "SELECT s.saga_type, s.saga_id, a.association_value FROM saga_entry s"
                                + " JOIN saga_association a ON a.saga_id = s.saga_id WHERE a.association_value LIKE 'ord\\_%'",
                        row -> new Kept.OpenSaga(row.getString(1), row.getString(2), row.getString(3))),
                undone());
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private List<String> undone() throws SQLException {
        List<String> all = new ArrayList<>(rows(
                "SELECT lane, subject, payload_type, cause FROM parked_event ORDER BY lane, subject, place",
                row -> "parked in %s of %s: %s, %s"
                        .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
        all.addAll(rows(
                "SELECT kind, id, state, attempts, why FROM work ORDER BY kind, id",
                row -> "call %s %s is %s after %d attempts: %s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5))));
        return all;
    }

    /** Takes the last event of the first ride that was driven to its end, as a disk that lied would. */
    public String loseAWrite() throws SQLException {
        return change("DELETE FROM domain_event WHERE global_index = (SELECT min(global_index) FROM domain_event"
                + " WHERE payload_type LIKE '%DriverArrived') RETURNING aggregate_id");
    }

    /** Takes the money of a ride once more, as a provider without idempotency would. */
    public String chargeTwice() throws SQLException {
        return change(
                "INSERT INTO sandbox_hold (ref, card, state, amount_minor, taken_minor, given_minor, currency, changed_at)"
                        + " SELECT ref || '.again', card, state, amount_minor, taken_minor, given_minor, currency, changed_at"
                        + " FROM sandbox_hold WHERE taken_minor > 0 ORDER BY ref LIMIT 1 RETURNING ref");
    }

    private String change(String statement) throws SQLException {
        List<String> changed = rows(statement, row -> row.getString(1));
        if (changed.isEmpty()) throw new IllegalStateException("there was nothing to spoil");
        return changed.getFirst();
    }

    private <T> List<T> rows(String query, Row<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) rows.add(reader.read(found));
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Makes something of a row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
