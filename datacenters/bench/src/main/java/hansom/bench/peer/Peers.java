package hansom.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other engines on one extract, by the script that installs and starts them. One that is not there is absent, and nothing is said of it. */
public final class Peers {
    private static final String SCRIPT = "datacenters/peers/peers";

    private final Path script;
    private final Path extract;

    private Peers(Path script, Path extract) {
        this.script = script;
        this.extract = extract;
    }

    /** {@code prepare}: whatever is missing is installed and built from the extract first. */
    public static Peers of(Path home, Path extract, boolean prepare) throws IOException, InterruptedException {
        Peers peers = new Peers(home.resolve(SCRIPT), extract);
        if (prepare) {
            peers.run("install");
            peers.run("prepare", extract.toString());
        }
        return peers;
    }

    public Optional<Osrm> osrm() throws IOException, InterruptedException {
        return ready("osrm") ? Optional.of(new Osrm(serve("osrm"))) : Optional.empty();
    }

    public Optional<Valhalla> valhalla() throws IOException, InterruptedException {
        return ready("valhalla") ? Optional.of(new Valhalla(serve("valhalla"))) : Optional.empty();
    }

    private boolean ready(String name) throws IOException, InterruptedException {
        return run("status", extract.toString()).stream()
                .anyMatch(line -> line.contains("name=" + name + " ") && line.endsWith(" prepared=yes"));
    }

    private Server serve(String name) throws IOException {
        return Server.begun(List.of(script.toString(), "serve", name, extract.toString()));
    }

    private List<String> run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said;
        try (var out = process.inputReader()) {
            said = out.lines().toList();
        }
        if (process.waitFor() != 0)
            throw new IllegalStateException(said.isEmpty() ? command + " failed" : said.getLast());
        return said;
    }
}
