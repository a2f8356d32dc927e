package hansom.engines.postgres;

import hansom.engines.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads back whether the server keeps what it commits; a node does not serve on one that may forget. */
public final class Durability {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    public static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                try (var row = statement.executeQuery("SHOW " + setting)) {
                    if (!row.next() || List.of("off", "local").contains(row.getString(1)))
                        throw new StartRefused(
                                "PostgreSQL runs with %s off and may forget what it promised; switch it on"
                                        .formatted(setting));
                }
            }
        } catch (SQLException unreachable) {
            throw new StartRefused("the database does not answer: " + unreachable.getMessage(), unreachable);
        }
    }
}
