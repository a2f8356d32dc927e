package hansom.node;

import hansom.engines.testing.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the first node of a run built from the map, for the nodes after it: building it takes longer than all else of a start. */
final class BuiltMaps {
    private static @Nullable Path kept;

    private BuiltMaps() {}

    /** Before a node's first start; a folder that has maps is left alone. */
    static synchronized void layInto(Path data) {
        Path maps = data.resolve("maps");
        if (kept != null && !Files.exists(maps)) copyWhole(kept, maps);
    }

    /** Once a node is ready. */
    static synchronized void keepFrom(Path data) {
        if (kept != null) return;
        Path folder = TestFolder.make("built-maps", () -> {});
        copyWhole(data.resolve("maps"), folder);
        kept = folder;
    }

    /** The layers of each map that are whole; one that is being built goes by another name. */
    private static void copyWhole(Path from, Path to) {
        try {
            for (Path map : inside(from).stream().filter(Files::isDirectory).toList())
                for (Path layer : inside(map))
                    if (!layer.toString().endsWith(".part")) copy(layer, to.resolve(from.relativize(layer)));
        } catch (IOException uncopied) {
            throw new UncheckedIOException(uncopied);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        if (!Files.isDirectory(from)) return;
        for (Path file : inside(from)) copy(file, to.resolve(file.getFileName()));
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
