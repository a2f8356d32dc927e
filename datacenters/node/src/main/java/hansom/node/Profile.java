package hansom.node;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Whether a data folder belongs to a sandbox or to a node that serves in earnest; written down in it at the first start, so that nobody
 * plays with a folder in which real people and money are, nor the other way round.
 */
final class Profile {
    private static final String FILE = "profile";
    private static final String SANDBOX = "sandbox";

    private Profile() {}

    /** Empty when nothing was kept in the folder yet; one from before profiles were written down was a sandbox's. */
    static Optional<String> of(Path data) {
        try {
            Path file = data.resolve(FILE);
            if (Files.exists(file)) return Optional.of(Files.readString(file).trim());
            return Files.exists(data.resolve("postgres/data/PG_VERSION")) ? Optional.of(SANDBOX) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Refuses a folder of the other kind, and writes down the kind of a fresh one. */
    static void keep(Path data, Environment settings) {
        String kind = settings.matchesProfiles(Production.PROFILE) ? Production.PROFILE : SANDBOX;
        String before = of(data).orElse(kind);
        if (!before.equals(kind))
            throw new StartRefused(
                    "%s was served with --profile %s; choose another folder with --data".formatted(data, before));
        try {
            Files.writeString(data.resolve(FILE), kind);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
