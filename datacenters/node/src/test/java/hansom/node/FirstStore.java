package hansom.node;

import hansom.engines.postgres.PostgresAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * The store of the first release after two rides on Monaco: its tables as {@code COPY} wrote them, its objects and its key. Made by that
 * release itself; never to be made anew, for it is what others have.
 */
final class FirstStore {
    private static final String FOLDER = "/stores/first/";
    private static final String HISTORY = "public.flyway_";

    private FirstStore() {}

    /** Lays it into an empty database and a data folder, with the structure that the first release gave it. */
    static void layInto(PostgresAddress address, Path data) throws IOException, SQLException {
        Map<String, String> rows = rows();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            for (String table : rows.keySet())
                if (table.startsWith(HISTORY)) structure(address, table.substring(HISTORY.length()), rows);
            try (Statement sql = connection.createStatement()) {
                for (String table : rows.keySet()) sql.execute("TRUNCATE " + table.replaceFirst(" .*", ""));
                for (Map.Entry<String, String> table : rows.entrySet())
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY %s FROM STDIN".formatted(table.getKey()), new StringReader(table.getValue()));
                sql.execute("SELECT setval(pg_get_serial_sequence('domain_event', 'global_index'),"
                        + " (SELECT MAX(global_index) FROM domain_event))");
            }
        }
        Files.createDirectories(data);
        Path folder = Path.of("src/test/resources" + FOLDER);
        Files.copy(folder.resolve("master.key"), data.resolve("master.key"));
        try (Stream<Path> objects = Files.walk(folder.resolve("objects"))) {
            for (Path object : objects.filter(Files::isRegularFile).toList()) {
                Path to = data.resolve("objects")
                        .resolve(folder.resolve("objects").relativize(object).toString());
                Files.createDirectories(to.getParent());
                Files.copy(object, to);
            }
        }
    }

    /** The tables of one module, up to the last script that the first release had. */
    private static void structure(PostgresAddress address, String historyAndColumns, Map<String, String> rows) {
        String module = historyAndColumns.replaceFirst(" .*", "");
        String last = rows.get(HISTORY + historyAndColumns)
                .lines()
                .map(row -> row.split("\t", -1)[1])
                .filter(version -> version.matches("[0-9]+"))
                .reduce((_, later) -> later)
                .orElseThrow();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/" + module)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(last)
                .load()
                .migrate();
    }

    /** What COPY wrote, by table and its columns: {@code public.domain_event (global_index,…)}. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        var packed = Objects.requireNonNull(FirstStore.class.getResourceAsStream(FOLDER + "tables.gz"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            String table = "";
            StringBuilder copied = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("-- ")) table = line.substring(3);
                else if (line.equals("\\.")) {
                    rows.put(table, copied.toString());
                    copied.setLength(0);
                } else copied.append(line).append('\n');
            }
        }
        return rows;
    }
}
