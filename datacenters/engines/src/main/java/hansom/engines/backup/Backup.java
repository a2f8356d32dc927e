package hansom.engines.backup;

import hansom.engines.StartRefused;
import hansom.engines.data.DataFolder;
import hansom.engines.keys.KeyedHash;
import hansom.engines.postgres.BaseCopy;
import hansom.engines.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a backup of a data folder, whether its node serves or not: the database by {@link BaseCopy}, then the objects, so that every object
 * that an event names is there. The keys go into a file of their own. Redis is left out: nothing promised lies there.
 */
public final class Backup {
    static final String ABOUT = "about.properties";
    static final String POSTGRES = "postgres/data";
    static final String OBJECTS = "objects";
    static final String PROFILE = "profile";
    static final String MASTER_KEY = "master_key";
    static final String PASSWORD = "postgres_password";
    static final String FORMAT = "1";

    private Backup() {}

    /** What was taken; {@code events} is the position of the last event that is surely in it. */
    public record Taken(int files, long bytes, long events) {}

    /** Into a folder that is not there yet or empty, with the keys in a file that is not there yet. */
    public static Taken take(Path data, Path masterKey, Path to, Path keys) {
        Path server = data.resolve("postgres");
        if (Files.notExists(server.resolve("data/PG_VERSION")))
            throw new StartRefused(("there is no database in %s; when the node uses a PostgreSQL of yours, keep a base"
                            + " backup of that, the folder objects, and the master key")
                    .formatted(data));
        Sums.demandEmpty(to);
        if (Files.exists(keys)) throw new StartRefused("%s is there already".formatted(keys));
        try (Running _ = Running.on(data)) {
            Sums sums = new Sums(Files.createDirectories(to));
            long events = BaseCopy.take(
                    LocalPostgres.running(server, "hansom"), server.resolve("data"), sums.under(POSTGRES));
            objects(data.resolve(OBJECTS), sums);
            if (Files.exists(data.resolve(PROFILE))) sums.copy(PROFILE, data.resolve(PROFILE));
            String key = Files.readString(masterKey).strip();
            keep(keys, key, Files.readString(server.resolve("password")).strip());
            sums.write(ABOUT, """
                    format=%s
                    taken_at=%s
                    postgres=%s
                    events=%d
                    key=%s
                    """.formatted(
                            FORMAT,
                            Instant.now(),
                            Files.readString(server.resolve("data/PG_VERSION")).strip(),
                            events,
                            markOf(key)));
            sums.finish();
            return new Taken(sums.files(), sums.bytes(), events);
        } catch (IOException failed) {
            throw new StartRefused("the backup is not complete: " + failed.getMessage(), failed);
        }
    }

    /** The database of the folder serves while this is open: the node's, or one started for the backup. */
    private record Running(AutoCloseable server) implements AutoCloseable {
        static Running on(Path data) {
            return new Running(DataFolder.takeIdle(data)
                    .<AutoCloseable>map(idle -> {
                        LocalPostgres started = LocalPostgres.start(idle.folder("postgres"), idle.folder("programs"));
                        return () -> {
                            started.close();
                            idle.close();
                        };
                    })
                    .orElse(() -> {}));
        }

        @Override
        public void close() throws IOException {
            try {
                server.close();
            } catch (IOException failed) {
                throw failed;
            } catch (Exception other) {
                throw new IOException(other);
            }
        }
    }

    private static void objects(Path folder, Sums sums) throws IOException {
        if (Files.notExists(folder)) return;
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".part"))
                    .toList();
        }
        for (Path file : all) sums.copy(OBJECTS + "/" + folder.relativize(file), file);
    }

    private static void keep(Path keys, String masterKey, String password) throws IOException {
        if (keys.toAbsolutePath().getParent() != null)
            Files.createDirectories(keys.toAbsolutePath().getParent());
        Files.createFile(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keys, """
                # Keys of a backup; keep them apart from it. Without them nothing personal in it can be read.
                %s=%s
                %s=%s
                """.formatted(MASTER_KEY, masterKey, PASSWORD, password));
    }

    /** Tells whether a key is the one of a backup, and nothing else about it. */
    static String markOf(String masterKey) {
        try {
            return new KeyedHash(HexFormat.of().parseHex(masterKey)).of("the master key of a backup");
        } catch (IllegalArgumentException notHexadecimal) {
            throw new StartRefused("the master key is not in hexadecimal", notHexadecimal);
        }
    }
}
