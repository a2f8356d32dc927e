package hansom.drill;

import hansom.drill.kill.KillNode;
import hansom.drill.kill.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Breaks what is named on the command line and ends with one line of keys; exits 0 only when everything that was promised held. */
public final class Drill {
    private static final int UNCLEAR = 2;

    private Drill() {}

    public static void main(String[] words) throws IOException {
        if (words.length == 0 || !words[0].equals("kill-node")) {
            System.err.println("drill: name what to break: kill-node");
            System.exit(UNCLEAR);
        }
        Path folder = Files.createTempDirectory("hansom-drill");
        Setting setting;
        try {
            setting = Setting.of(
                    Path.of(System.getProperty("hansom.home", ".")),
                    folder,
                    List.of(words).subList(1, words.length));
        } catch (IllegalArgumentException unclear) {
            delete(folder);
            System.err.println("drill: " + unclear.getMessage());
            System.exit(UNCLEAR);
            return;
        }
        System.exit(run(setting) ? 0 : 1);
    }

    /** What did not hold is kept to be looked at. */
    private static boolean run(Setting setting) throws IOException {
        try {
            Outcome outcome = new KillNode(setting).run();
            System.out.println(outcome.table());
            if (outcome.holds()) delete(setting.folder());
            else System.out.println("diaries, store and log are kept in " + setting.folder());
            System.out.println(outcome.line(mapName(setting), setting.seed()));
            return outcome.holds();
        } catch (Exception failed) {
            System.err.println("drill: could not be ended: " + failed);
            System.err.println("diaries, store and log are kept in " + setting.folder());
            return false;
        }
    }

    private static String mapName(Setting setting) {
        return setting.map()
                .map(map -> map.getFileName().toString().replaceFirst("\\.osm\\..*$", ""))
                .orElse("monaco");
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) Files.deleteIfExists(path);
    }
}
