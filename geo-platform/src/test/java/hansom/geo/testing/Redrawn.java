package hansom.geo.testing;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Another edition of the map of Monaco: the streets in the middle of the fastest way from Fontvieille to the casino are gone. Drawn once a run. */
public final class Redrawn {
    private static final Redrawn ONCE = drawn();

    private final Point gone;
    private final Path file;
    private final MapFolder folder;

    private Redrawn(Point gone, Path file, MapFolder folder) {
        this.gone = gone;
        this.file = file;
        this.folder = folder;
    }

    public static MapFolder folder() {
        return ONCE.folder;
    }

    /** The extract as text. */
    public static Path file() {
        return ONCE.file;
    }

    /** Where the streets were. */
    public static Point gone() {
        return ONCE.gone;
    }

    private static Redrawn drawn() {
        try (RoadNetwork roads = RoadConfiguration.network(Monaco.folder(), List::of)) {
            List<Point> line = Polyline.decode(RoadConfiguration.planner(roads)
                    .plan(new PlanRoute(List.of(Monaco.FONTVIEILLE, Monaco.CASINO), VehicleType.CAR, "en", false))
                    .polyline());
            Point gone = line.get(line.size() / 2);
            Path folder = Monaco.temporary();
            Path file = folder.resolve("redrawn.osm");
            Redrawing.without(gone, file);
            return new Redrawn(gone, file, new MapFolder(MapConfiguration.extract(file.toString()), folder));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
