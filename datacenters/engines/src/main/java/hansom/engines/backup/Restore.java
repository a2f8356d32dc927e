package hansom.engines.backup;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import hansom.engines.postgres.LocalPostgres;
import hansom.engines.postgres.PostgresAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a data folder of a backup. All is proven before anything is written; the folder is filled beside and a server has replayed its log
 * and shown its events before it gets its name.
 */
public final class Restore {
    private static final String READABLE =
            "without the keys only what is not personal can be read, by a PostgreSQL %s on"
                    + " postgres/data: orders, fares, payments, the ledger and who did what by number; names, telephone numbers,"
                    + " typed addresses, documents, tracks and every sign-in are lost, and no node starts";

    private Restore() {}

    /** What is there again; {@code events} is the position of the last event. */
    public record Restored(int files, long bytes, long events) {}

    /** Into a folder that is not there yet or empty; the master key into the file that is named, or else into the folder. */
    public static Restored restore(Path from, Path keys, Path data, Optional<Path> masterKey) {
        Sums.demandEmpty(data);
        List<String> files = Sums.proven(from);
        Path target = data.toAbsolutePath().normalize();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Properties about = read(from.resolve(Backup.ABOUT));
            if (!Backup.FORMAT.equals(about.getProperty("format")))
                throw new StartRefused("the backup is of a form that this release does not know");
            Properties secret = secret(keys, about);
            Files.createDirectories(part);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx--x--x"));
            long bytes = fill(from, files, part, secret);
            keep(masterKey.orElse(part.resolve("master.key")), secret.getProperty(Backup.MASTER_KEY));
            long events = replayed(part, Long.parseLong(about.getProperty("events")));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new Restored(files.size(), bytes, events);
        } catch (IOException failed) {
            throw new StartRefused("nothing was restored: " + failed.getMessage(), failed);
        } finally {
            clear(part);
        }
    }

    private static Properties secret(Path keys, Properties about) throws IOException {
        if (!Files.isReadable(keys))
            throw new StartRefused(
                    "the keys %s cannot be read; ".formatted(keys) + READABLE.formatted(about.getProperty("postgres")));
        Properties secret = read(keys);
        if (!Backup.markOf(secret.getProperty(Backup.MASTER_KEY, "")).equals(about.getProperty("key")))
            throw new StartRefused("the keys %s are those of another installation; ".formatted(keys)
                    + READABLE.formatted(about.getProperty("postgres")));
        return secret;
    }

    private static long fill(Path from, List<String> files, Path part, Properties secret) throws IOException {
        for (String folder : Sums.foldersOf(from)) Files.createDirectories(part.resolve(folder));
        Files.setPosixFilePermissions(part.resolve(Backup.POSTGRES), PosixFilePermissions.fromString("rwx------"));
        long bytes = 0;
        for (String name : files) {
            if (Sums.ofTheList(name) || name.equals(Backup.ABOUT)) continue;
            Path to = part.resolve(name);
            Files.createDirectories(to.getParent());
            Files.copy(from.resolve(name), to);
            bytes += Files.size(to);
        }
        keep(part.resolve("postgres/password"), secret.getProperty(Backup.PASSWORD));
        return bytes;
    }

    /** One that says the same already stays. */
    private static void keep(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            if (Files.readString(file).strip().equals(text)) return;
            throw new StartRefused("%s is there already and another".formatted(file));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** Starts the server once, which takes in the log, and asks it how far the events go. */
    private static long replayed(Path part, long least) throws IOException {
        try (DataFolder folder = DataFolder.take(part);
                LocalPostgres server = LocalPostgres.start(folder.folder("postgres"), folder.folder("programs"))) {
            PostgresAddress address = server.database("hansom");
            try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                    var sql = connection.createStatement();
                    var row = sql.executeQuery("SELECT COALESCE(MAX(global_index), 0) FROM domain_event")) {
                row.next();
                if (row.getLong(1) < least)
                    throw new StartRefused("the backup holds %d events of %d".formatted(row.getLong(1), least));
                return row.getLong(1);
            }
        } catch (SQLException unreadable) {
            throw new IOException("PostgreSQL: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            properties.load(stream);
        }
        return properties;
    }

    private static void clear(Path part) {
        if (Files.notExists(part)) return;
        try (Stream<Path> all = Files.walk(part)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException leftBehind) {
            throw new StartRefused("%s is left behind: %s".formatted(part, leftBehind.getMessage()), leftBehind);
        }
    }
}
