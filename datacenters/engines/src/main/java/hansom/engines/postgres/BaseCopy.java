package hansom.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a server's files while it serves, by PostgreSQL's own low-level procedure: backup mode on, the files in any order, backup mode
 * off, then the log that was written meanwhile, which a slot keeps from being recycled. A server started on the copy replays that log and
 * stands where the first one stood at the end.
 */
public final class BaseCopy {
    /** Folders whose contents a starting server makes anew. */
    private static final Pattern NOT_COPIED = Pattern.compile("(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial"
            + "|pg_snapshots|pg_stat_tmp|pg_subtrans)/.*|postmaster\\.(pid|opts)|backup_label|tablespace_map"
            + "|current_logfiles|(.*/)?(pgsql_tmp.*|pg_internal\\.init.*)");

    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern LOG = Pattern.compile("[0-9A-F]{24}");
    private static final String CONTROL = "global/pg_control";

    private BaseCopy() {}

    /** Where the copied files go, by their names in the server's folder. */
    public interface Target {
        void copy(String name, Path file) throws IOException;

        void write(String name, String text) throws IOException;

        void folder(String name) throws IOException;
    }

    /** Copies the files of the server that serves this folder; gives the position of the last event that is surely in the copy. */
    public static long take(PostgresAddress address, Path data, Target target) throws IOException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement sql = connection.createStatement()) {
            sql.execute("SET transaction_timeout = 0");
            String slot = "hansom_backup_" + ProcessHandle.current().pid();
            one(sql, "SELECT slot_name FROM pg_create_physical_replication_slot('%s', true, true)".formatted(slot));
            one(sql, "SELECT pg_backup_start('hansom', true)");
            String events = one(sql, "SELECT COALESCE(MAX(global_index), 0) FROM domain_event");
            files(data, target);
            target.copy(CONTROL, data.resolve(CONTROL));
            String label;
            String last;
            try (var row = sql.executeQuery("SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
                if (!row.next()) throw new IOException("PostgreSQL did not end the backup");
                label = row.getString(1);
                last = row.getString(2);
            }
            target.write("backup_label", label);
            log(data, label, last, target);
            return Long.parseLong(events);
        } catch (SQLException failed) {
            throw new IOException("PostgreSQL: " + failed.getMessage(), failed);
        }
    }

    private static void files(Path data, Target target) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(data)) {
            all = walked.skip(1).toList();
        }
        for (Path path : all) {
            String name = data.relativize(path).toString();
            if (NOT_COPIED.matcher(name).matches() || name.equals(CONTROL)) continue;
            if (Files.isDirectory(path)) target.folder(name);
            else target.copy(name, path);
        }
    }

    private static void log(Path data, String label, String last, Target target) throws IOException {
        Matcher first = FIRST_LOG.matcher(label);
        if (!first.find()) throw new IOException("PostgreSQL's label does not name the first log");
        List<Path> segments;
        try (Stream<Path> listed = Files.list(data.resolve("pg_wal"))) {
            segments = listed.filter(file -> within(file.getFileName().toString(), first.group(1), last))
                    .sorted()
                    .toList();
        }
        for (Path segment : segments) target.copy("pg_wal/" + segment.getFileName(), segment);
    }

    private static boolean within(String name, String first, String last) {
        return LOG.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    private static String one(Statement sql, String question) throws SQLException {
        try (var row = sql.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
