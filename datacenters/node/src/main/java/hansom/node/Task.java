package hansom.node;

import hansom.edge.signin.FirstOperator;
import hansom.engines.IdleEngines;
import hansom.engines.StartRefused;
import hansom.engines.backup.Backup;
import hansom.engines.backup.Restore;
import hansom.engines.data.DataFolder;
import hansom.engines.process.Child;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.ConfigurableEnvironment;

/** What the program does besides serving, named by its first word; each ends with one line. */
enum Task {
    /** Makes the first operator: {@code operator --hansom.operator=vera}, with the password on the input. */
    OPERATOR {
        @Override
        String line(ConfigurableEnvironment settings) {
            String name = settings.getProperty("hansom.operator", "");
            try (DataFolder data = DataFolder.take(Path.of(settings.getRequiredProperty("hansom.data")))) {
                Profile.keep(data.root(), settings);
            } catch (IOException notReleased) {
                throw new UncheckedIOException(notReleased);
            }
            try (IdleEngines engines = IdleEngines.open(settings)) {
                var made = FirstOperator.make(engines, name, password());
                return "operator name=%s totp=%s url=%s".formatted(made.name(), made.totpSecret(), made.otpauthUrl());
            }
        }
    },

    /** Keeps what the node knows, while it serves or not: {@code backup --hansom.backup.to=… --hansom.backup.keys=…}. */
    BACKUP {
        @Override
        String line(ConfigurableEnvironment settings) {
            Path data = Path.of(settings.getRequiredProperty("hansom.data"));
            Path to = Path.of(settings.getRequiredProperty("hansom.backup.to"));
            Path keys = Path.of(settings.getRequiredProperty("hansom.backup.keys"));
            Path master = masterKey(settings).orElse(data.resolve("master.key"));
            long began = System.nanoTime();
            var taken = Backup.take(data, master, to, keys);
            return String.format(
                    Locale.ROOT,
                    "backup to=%s keys=%s files=%d events=%d bytes=%d seconds=%.1f",
                    to,
                    keys,
                    taken.files(),
                    taken.events(),
                    taken.bytes(),
                    since(began));
        }
    },

    /** Makes a folder of a backup: {@code restore --hansom.backup.from=… --hansom.backup.keys=…}. */
    RESTORE {
        @Override
        String line(ConfigurableEnvironment settings) {
            Path data = Path.of(settings.getRequiredProperty("hansom.data"));
            Path from = Path.of(settings.getRequiredProperty("hansom.backup.from"));
            Path keys = Path.of(settings.getRequiredProperty("hansom.backup.keys"));
            long began = System.nanoTime();
            var restored = Restore.restore(from, keys, data, masterKey(settings));
            return String.format(
                    Locale.ROOT,
                    "restore data=%s files=%d events=%d bytes=%d seconds=%.1f",
                    data,
                    restored.files(),
                    restored.events(),
                    restored.bytes(),
                    since(began));
        }
    },

    /** Starts a node in an empty folder and ends it, so that the JDK can keep what a start loads: {@code rehearsal --hansom.data=…}. */
    REHEARSAL {
        @Override
        String line(ConfigurableEnvironment settings) {
            long began = System.nanoTime();
            HansomApplication.serve(
                            "--hansom.data=" + settings.getRequiredProperty("hansom.data"),
                            "--hansom.port=" + Child.freePort(),
                            "--hansom.live-port=" + Child.freePort())
                    .close();
            return String.format(Locale.ROOT, "rehearsal seconds=%.1f", since(began));
        }
    };

    private static Optional<Path> masterKey(ConfigurableEnvironment settings) {
        return Optional.ofNullable(settings.getProperty("hansom.master-key"))
                .filter(named -> !named.isEmpty())
                .map(Path::of);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Does it with these settings; the line says what was done. */
    abstract String line(ConfigurableEnvironment settings);

    /** The task that the arguments name; null when the node is to serve. */
    static @Nullable Task named(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) return null;
        for (Task task : values()) if (task.word().equals(arguments[0])) return task;
        throw new StartRefused("there is no command " + arguments[0]);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String run(String... arguments) {
        try (var nothing = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run(withoutLog(arguments))) {
            return line(nothing.getEnvironment());
        }
    }

    /** Of a task only the settings are needed, no part of the node. */
    static class Settings {}

    private static String[] withoutLog(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--logging.file.name=";
        return all;
    }

    /** Typed unseen at a terminal, or the first line of the input. */
    private static String password() {
        Optional<char[]> typed = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("password: "));
        if (typed.isPresent()) return new String(typed.get());
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
