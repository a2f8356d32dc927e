package hansom.engines.process;

import hansom.engines.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating systems and processors for which servers are carried along. */
public enum Platform {
    LINUX_AMD64,
    LINUX_ARM64,
    DARWIN_AMD64,
    DARWIN_ARM64;

    /** The one this node runs on; refuses to start, naming the switch to an outside server, on any other. */
    public static Platform here(String orElse) {
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), musl, orElse);
    }

    /** By the names that Java gives to systems and processors; {@code musl} where the C library is not the usual one. */
    static Platform of(String name, String processor, boolean musl, String orElse) {
        String system = name.toLowerCase(Locale.ROOT);
        if (musl)
            throw new StartRefused("the servers carried along need glibc, and this is %s with musl; name one with %s"
                    .formatted(name, orElse));
        boolean arm = processor.equals("aarch64");
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        if (system.startsWith("linux") && intel) return LINUX_AMD64;
        if (system.startsWith("linux") && arm) return LINUX_ARM64;
        if (system.startsWith("mac") && intel) return DARWIN_AMD64;
        if (system.startsWith("mac") && arm) return DARWIN_ARM64;
        throw new StartRefused(
                "no server is carried along for %s on %s; name one with %s".formatted(name, processor, orElse));
    }
}
