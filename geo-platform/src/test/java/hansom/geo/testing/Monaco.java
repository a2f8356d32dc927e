package hansom.geo.testing;

import hansom.contract.geo.Point;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The map of Monaco, imported once for all tests of a run, and some of its points. */
public final class Monaco {
    public static final Point CASINO = new Point(43.73930, 7.42775);
    public static final Point STATION = new Point(43.73845, 7.41950);
    public static final Point HARBOUR = new Point(43.73500, 7.42150);
    public static final Point FONTVIEILLE = new Point(43.72750, 7.41600);
    public static final Point LARVOTTO = new Point(43.74650, 7.43350);
    public static final Point AT_SEA = new Point(43.72500, 7.44000);

    /** Streets around the station, for a closure. */
    public static final List<Point> SQUARE = List.of(
            new Point(43.7380, 7.4200),
            new Point(43.7380, 7.4240),
            new Point(43.7410, 7.4240),
            new Point(43.7410, 7.4200));

    private static final MapFolder FOLDER = new MapFolder(MapConfiguration.extract(""), temporary());

    private Monaco() {}

    public static MapFolder folder() {
        return FOLDER;
    }

    /** A folder that goes when the tests are over. */
    static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("monaco");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
