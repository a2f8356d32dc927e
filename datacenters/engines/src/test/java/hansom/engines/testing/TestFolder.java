package hansom.engines.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders of one test run, removed when its JVM ends; programs unpacked by one run serve the next. */
public final class TestFolder {
    private TestFolder() {}

    /** Where unpacked programs are shared between runs. */
    public static Path programs() {
        Path shared =
                Path.of(System.getProperty("java.io.tmpdir"), "hansom-programs-" + System.getProperty("user.name"));
        try {
            return Files.createDirectories(shared);
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    /** A fresh folder; {@code before} runs ahead of its removal. */
    public static Path make(String name, Runnable before) {
        try {
            Path folder = Files.createTempDirectory("hansom-" + name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                before.run();
                delete(folder);
            }));
            return folder;
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
