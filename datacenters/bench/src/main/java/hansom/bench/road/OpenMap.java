package hansom.bench.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.storage.NodeAccess;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.geo.map.Extract;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.road.Pursuit;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A map opened as a node opens it, and places on it at which cars and riders can be. */
public final class OpenMap implements AutoCloseable {
    private static final double METRES_A_DEGREE = 111_195;
    private static final double BESIDE_METRES = 30;
    private static final DriverId SOMEBODY = new DriverId("drv_01990000-0000-7000-8000-000000000001");

    private final MapFolder folder;
    private final GraphHopper hopper;
    private final RoadNetwork network;
    private final Pursuit pursuit;
    private volatile List<List<Point>> closed = List.of();

    /** One pick-up and those who are asked how long they would take to it. */
    public record Table(Point pickup, List<Point> drivers) {
        public Table {
            drivers = List.copyOf(drivers);
        }
    }

    private OpenMap(MapFolder folder, Clock clock) {
        this.folder = folder;
        this.network = RoadConfiguration.network(folder, () -> closed, clock);
        this.hopper = RoadConfiguration.graphHopper(folder);
        this.pursuit = network.pursuit();
    }

    /** Imports the extract into the folder first. */
    public static OpenMap of(Optional<Path> extract, Path folder) {
        return of(extract, folder, Clock.systemUTC());
    }

    /** The same by another clock. */
    public static OpenMap of(Optional<Path> extract, Path folder, Clock clock) {
        String file = extract.map(Path::toString).orElse("");
        return new OpenMap(new MapFolder(MapConfiguration.extract(file), folder), clock);
    }

    /** The extract as a file; the one that comes along is written into the folder. */
    public static Path file(Optional<Path> extract, Path folder) throws IOException {
        if (extract.isPresent()) return extract.get();
        Extract monaco = MapConfiguration.extract("");
        Path file = folder.resolve(monaco.file());
        try (InputStream in = monaco.source().open()) {
            Files.copy(in, file);
        }
        return file;
    }

    public Roads roads() {
        return RoadConfiguration.roads(network);
    }

    public RoadNetwork network() {
        return network;
    }

    /** Where the layers of this map lie. */
    MapFolder folder() {
        return folder;
    }

    /** From the next snapshot on nobody enters these areas. */
    void close(List<List<Point>> areas) {
        closed = areas;
    }

    /** The same roads as GraphHopper alone knows them. */
    public GraphHopper hopper() {
        return hopper;
    }

    /** A pick-up beside some junction, and so many drivers within some metres of it. */
    public Table table(RandomGenerator random, int drivers, double metres) {
        NodeAccess nodes = hopper.getBaseGraph().getNodeAccess();
        int all = hopper.getBaseGraph().getNodes();
        while (true) {
            Point pickup = beside(nodes, random.nextInt(all), random);
            if (!isOnARoad(pickup)) continue;
            List<Point> junctions = new ArrayList<>();
            for (int node = 0; node < all; node++)
                if (near(pickup, nodes.getLat(node), nodes.getLon(node), metres))
                    junctions.add(new Point(nodes.getLat(node), nodes.getLon(node)));
            List<Point> found = new ArrayList<>();
            for (int tried = 0; tried < 20 * drivers && found.size() < drivers; tried++) {
                Point driver = beside(junctions.get(random.nextInt(junctions.size())), random);
                if (isOnARoad(driver)) found.add(driver);
            }
            if (found.size() == drivers) return new Table(pickup, found);
        }
    }

    private static boolean near(Point point, double lat, double lng, double metres) {
        double north = (lat - point.lat()) * METRES_A_DEGREE;
        double east = (lng - point.lng()) * METRES_A_DEGREE * Math.cos(Math.toRadians(point.lat()));
        return Math.hypot(north, east) <= metres;
    }

    private boolean isOnARoad(Point point) {
        return roads().snap(point, VehicleType.CAR).isPresent();
    }

    private static Point beside(NodeAccess nodes, int node, RandomGenerator random) {
        return beside(new Point(nodes.getLat(node), nodes.getLon(node)), random);
    }

    private static Point beside(Point point, RandomGenerator random) {
        double narrow = Math.cos(Math.toRadians(point.lat()));
        return new Point(
                point.lat() + (random.nextDouble() - 0.5) * 2 * BESIDE_METRES / METRES_A_DEGREE,
                point.lng() + (random.nextDouble() - 0.5) * 2 * BESIDE_METRES / METRES_A_DEGREE / narrow);
    }

    /** A driver who was followed to a place as he reported it: who moves has told where he is heading. */
    public Start followed(Point point, boolean moves, RandomGenerator random) {
        DriverPosition said = new DriverPosition(
                SOMEBODY, point, Instant.EPOCH, moves ? random.nextInt(360) : null, moves ? 10.0 : null);
        return new Start(point, pursuit.next(null, said, VehicleType.CAR).orElse(null));
    }

    @Override
    public void close() {
        network.close();
        hopper.close();
    }
}
