package hansom.bench;

import hansom.bench.node.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one measurement; what lies in it goes afterwards. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("hansom-bench"));
    }

    Path folder() {
        return folder;
    }

    /** A node on this folder. */
    Node node(Setting setting) {
        return new Node(setting.home(), folder.resolve("node"), setting.map());
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) Files.deleteIfExists(path);
    }
}
