package hansom.engines.postgres;

import hansom.engines.StartRefused;
import hansom.engines.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the node's own, on the loopback address with a password, as durable as PostgreSQL is made: every commit is forced
 * to disk. One that a killed node left behind is stopped first; what it had promised is in its log.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String USER = "hansom";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(6);
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("idle_in_transaction_session_timeout", "30s"),
            Map.entry("transaction_timeout", "50s"),
            Map.entry("timezone", "UTC"));

    private final Child server;
    private final int port;
    private final String password;

    private LocalPostgres(Child server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts the server whose data lie in the folder, with programs unpacked under {@code programs}. */
    public static LocalPostgres start(Path folder, Path programs) {
        Path bin = Binaries.unpack(programs).resolve("bin");
        Path data = folder.resolve("data");
        Path output = folder.resolve("postgres.log");
        Account account = Account.choose(Files.isDirectory(data) ? data : folder);
        Child.leftBehind(data.resolve("postmaster.pid"), "postgres", output).ifPresent(orphan -> {
            LOG.info("a PostgreSQL that a killed node left behind is stopped");
            orphan.stop("INT", STOP_PATIENCE);
        });
        String password = password(folder.resolve("password"));
        if (Files.notExists(data.resolve("PG_VERSION"))) make(bin, folder, data, account);
        else account.ownOnce(folder, data);
        int port = Child.freePort();
        Child server = Child.start(account.command(command(bin, data, port)), output);
        LocalPostgres postgres = new LocalPostgres(server, port, password);
        server.awaitReady("PostgreSQL did not start: %s", START_PATIENCE, postgres::answers);
        return postgres;
    }

    private static List<String> command(Path bin, Path data, int port) {
        List<String> command = new ArrayList<>(
                List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static String password(Path file) {
        try {
            if (Files.notExists(file)) {
                byte[] fresh = new byte[24];
                new SecureRandom().nextBytes(fresh);
                Files.writeString(file, HexFormat.of().formatHex(fresh));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.readString(file).trim();
        } catch (IOException unreadable) {
            throw new StartRefused("the password of PostgreSQL at %s cannot be used".formatted(file), unreadable);
        }
    }

    private static void make(Path bin, Path folder, Path data, Account account) {
        Path part = folder.resolve("data.part");
        try {
            delete(part);
            Files.createDirectory(part);
            account.own(folder);
            Path output = folder.resolve("initdb.log");
            Process initdb = new ProcessBuilder(account.command(List.of(
                            bin.resolve("initdb").toString(),
                            "--pgdata=" + part,
                            "--username=" + USER,
                            "--pwfile=" + folder.resolve("password"),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-instructions")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (initdb.waitFor() != 0)
                throw new StartRefused("PostgreSQL could not make its folder: "
                        + Files.readString(output).strip().replace('\n', ' '));
            Files.move(part, data);
        } catch (IOException notMade) {
            throw new StartRefused("PostgreSQL could not make its folder: " + notMade.getMessage(), notMade);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("stopped while PostgreSQL made its folder", stopped);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The address of a database on this server, made when it is not there. */
    public PostgresAddress database(String name) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            boolean there;
            try (var row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                there = row.next();
            }
            if (!there) statement.execute("CREATE DATABASE " + name);
        } catch (SQLException refused) {
            throw new StartRefused(
                    "the database %s could not be made: %s".formatted(name, refused.getMessage()), refused);
        }
        return new PostgresAddress(url(name), USER, password);
    }

    /** The address of a database on the server that runs on the folder now, started by whomever; without a limit on how long it may think. */
    public static PostgresAddress running(Path folder, String name) {
        try {
            String port = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(3)
                    .strip();
            String url = "jdbc:postgresql://127.0.0.1:%s/%s?connectTimeout=5".formatted(port, name);
            return new PostgresAddress(url, USER, password(folder.resolve("password")));
        } catch (IOException | IndexOutOfBoundsException notRunning) {
            throw new StartRefused(
                    "no PostgreSQL runs on %s; is the node starting just now?".formatted(folder), notRunning);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=60".formatted(port, database);
    }

    @Override
    public void close() {
        server.stop("INT", STOP_PATIENCE);
    }
}
