package hansom.drill.kill;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;

/** The built node: looked into, so that a moment whose method was renamed is told and not waited for. */
final class NodeJar {
    private final Path jar;

    NodeJar(Path jar) {
        this.jar = jar;
    }

    /** Throws when a moment's class or method is not in the node. */
    void check(Iterable<Moment> moments) throws IOException {
        for (Moment moment : moments) {
            byte[] code = find(moment.type().replace('.', '/') + ".class")
                    .orElseThrow(() -> missing(moment, "there is no class " + moment.type()));
            boolean there = ClassFile.of().parse(code).methods().stream()
                    .anyMatch(method -> method.methodName().equalsString(moment.method()));
            if (!there) throw missing(moment, "%s has no method %s".formatted(moment.type(), moment.method()));
        }
    }

    private static IllegalStateException missing(Moment moment, String why) {
        return new IllegalStateException("the moment '%s' is not in the node: %s".formatted(moment.words(), why));
    }

    private Optional<byte[]> find(String file) throws IOException {
        try (JarFile node = new JarFile(jar.toFile())) {
            for (JarEntry library : java.util.Collections.list(node.entries())) {
                if (!library.getName().matches("BOOT-INF/lib/[^/]*-SNAPSHOT\\.jar")) continue;
                Optional<byte[]> found = in(node.getInputStream(library), file);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> in(InputStream library, String file) throws IOException {
        try (JarInputStream entries = new JarInputStream(library)) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry())
                if (entry.getName().equals(file)) return Optional.of(entries.readAllBytes());
        }
        return Optional.empty();
    }
}
