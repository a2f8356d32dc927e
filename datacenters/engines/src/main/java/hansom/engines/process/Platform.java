package hansom.engines.process;

import hansom.engines.StartRefused;
import java.util.Locale;

/** The operating systems and processors for which servers are carried along. */
public enum Platform {
    LINUX_AMD64,
    LINUX_ARM64,
    DARWIN_AMD64,
    DARWIN_ARM64;

    /** The one this node runs on; refuses to start, naming the switch to an outside server, on any other. */
    public static Platform here(String orElse) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        boolean arm = processor.equals("aarch64");
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        if (system.startsWith("linux") && intel) return LINUX_AMD64;
        if (system.startsWith("linux") && arm) return LINUX_ARM64;
        if (system.startsWith("mac") && intel) return DARWIN_AMD64;
        if (system.startsWith("mac") && arm) return DARWIN_ARM64;
        throw new StartRefused(
                "no server is carried along for %s on %s; name one with %s".formatted(system, processor, orElse));
    }
}
