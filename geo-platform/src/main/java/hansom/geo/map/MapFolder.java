package hansom.geo.map;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was built from an extract, in a folder named after the extract's hash. A layer is built beside its place and moved there
 * whole, so that a node that dies while importing begins anew at its next start.
 */
public final class MapFolder {
    private static final Logger LOG = LoggerFactory.getLogger(MapFolder.class);
    private static final int HASH_LETTERS = 16;

    private final Extract extract;
    private final Path folder;

    public MapFolder(Extract extract, Path maps) {
        this.extract = extract;
        this.folder = of(extract.hash(), maps);
    }

    static Path of(String hash, Path maps) {
        return maps.resolve(hash.substring(0, HASH_LETTERS));
    }

    /** Where all that is built from it is kept. */
    Path path() {
        return folder;
    }

    public Extract extract() {
        return extract;
    }

    /** The layer's folder, built now unless it is there from an earlier start; refuses the start when the extract cannot be read. */
    public Path folder(Layer layer) {
        Path built = folder.resolve(layer.name());
        if (Files.isDirectory(built)) return built;
        Path part = folder.resolve(layer.name() + ".part");
        long begun = System.nanoTime();
        try {
            remove(part);
            Path inside = Files.createDirectories(part.resolve(layer.name()));
            build(layer, extract.copyInto(part), inside);
            persist(inside);
            Files.move(inside, built, StandardCopyOption.ATOMIC_MOVE);
            remove(part);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        LOG.info(
                "built {} of {} in {} ms",
                layer.name(),
                extract.name(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return built;
    }

    private void build(Layer layer, Path file, Path inside) {
        try {
            layer.build(file, inside);
        } catch (StartRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new StartRefused(
                    "the map %s cannot be read: %s".formatted(extract.file(), reason(unreadable)), unreadable);
        }
    }

    static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().lines().findFirst().orElse("");
    }

    /** The files reach the disk before the folder gets the name under which it is trusted. */
    static void persist(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
