package hansom.engines.postgres;

import hansom.engines.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Under whose name PostgreSQL runs, which refuses root. An ordinary user: his own. Root: a user namespace in which root is nobody (its files
 * stay root's own); where that is forbidden, the user nobody, to whom its folder is given. A folder that was given away once stays so.
 */
record Account(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;

    static Account choose(Path folder) {
        if (run(List.of("id", "-u")).filter(id -> id.equals("0")).isEmpty()) return new Account(List.of(), -1);
        int owner = ownerOf(folder);
        if (owner == 0 && notRoot(List.of("unshare", "-U"))) return new Account(List.of("unshare", "-U"), -1);
        int to = owner == 0 ? NOBODY : owner;
        for (List<String> prefix : List.of(
                List.of("setpriv", "--reuid=" + to, "--regid=" + to, "--clear-groups"),
                List.of("chroot", "--userspec=" + to + ":" + to, "/")))
            if (notRoot(prefix)) return new Account(prefix, to);
        throw new StartRefused(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here; start as an ordinary user");
    }

    /** Gives a folder and what is in it to the account; nothing happens when the node's own user is the account. */
    void own(Path folder) {
        if (owner < 0) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException notGiven) {
            throw new UncheckedIOException(notGiven);
        }
    }

    /** The same for a folder that came from elsewhere and is another's still. */
    void ownOnce(Path folder, Path data) {
        if (owner >= 0 && ownerOf(data) != owner) own(folder);
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static int ownerOf(Path folder) {
        try {
            return (Integer) Files.getAttribute(folder, "unix:uid");
        } catch (IOException | UnsupportedOperationException unknown) {
            return 0;
        }
    }

    private static boolean notRoot(List<String> prefix) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of("id", "-u"));
        return run(whole).filter(id -> !id.isEmpty() && !id.equals("0")).isPresent();
    }

    private static Optional<String> run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(said.trim())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
