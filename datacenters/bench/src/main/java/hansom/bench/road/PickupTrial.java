package hansom.bench.road;

import hansom.bench.road.NamedBuildings.Building;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.geo.Point;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.pickup.PickupConfiguration;
import hansom.geo.pickup.PickupQueries;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import hansom.geo.road.Roads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.axonframework.queryhandling.QueryExecutionException;

/** Asks where to be picked up at named buildings of an extract, as an app does that knows the building from a search. */
public final class PickupTrial {
    private static final int WARMING = 20;
    private static final long BY_A_ROAD_METRES = 60;

    private PickupTrial() {}

    /** What came out for one building; the entrance that was chosen is held against the nearest main entrance that the map has. */
    public record Tried(
            String building, double entranceMetres, long walkMetres, String kind, String label, double cpuMillis) {}

    /** All of them, and a picture of each. */
    public record Outcome(List<Tried> tried, String picture) {
        public Outcome {
            tried = List.copyOf(tried);
        }
    }

    /** As many buildings as there are or were asked for, drawn by lot. */
    public static Outcome of(Optional<Path> extract, Path folder, int most, long seed) throws IOException {
        var map = MapConfiguration.extract(extract.map(Path::toString).orElse(""));
        Path copy = folder.resolve("extract.osm");
        try (var in = map.source().open()) {
            Files.copy(in, copy);
        }
        NamedBuildings named = NamedBuildings.of(copy);
        MapFolder built = new MapFolder(map, folder);
        try (RoadNetwork network = RoadConfiguration.network(built, List::of)) {
            PickupQueries queries = PickupConfiguration.queries(built, network);
            List<Building> drawn = drawn(named, RoadConfiguration.roads(network), most, seed);
            for (int i = 0; i < WARMING; i++) for (Building building : drawn) answer(queries, building);
            List<Tried> tried = new ArrayList<>();
            Panels panels = new Panels(named);
            for (Building building : drawn) {
                long begun = cpuNanos();
                Optional<PickupPoints> answer = answer(queries, building);
                double millis = (cpuNanos() - begun) / 1e6;
                tried.add(tried(building, answer, millis));
                panels.add(building, answer.map(PickupPoints::points).orElse(List.of()));
            }
            return new Outcome(tried, panels.svg());
        }
    }

    /** Where no road is near enough in a straight line, no kerb can be near enough on foot. */
    private static List<Building> drawn(NamedBuildings named, Roads roads, int most, long seed) {
        List<Building> all = new ArrayList<>();
        for (Building building : named.buildings())
            if (building.entrances().stream().anyMatch(entrance -> isByARoad(roads, entrance))) all.add(building);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static boolean isByARoad(Roads roads, Point entrance) {
        return roads.snap(entrance, VehicleType.CAR)
                .filter(snap -> snap.away().metres() <= BY_A_ROAD_METRES)
                .isPresent();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Optional<PickupPoints> answer(PickupQueries queries, Building building) {
        try {
            return Optional.of(queries.handle(new FindPickupPoints(building.middle(), building.id(), null, "en")));
        } catch (QueryExecutionException none) {
            return Optional.empty();
        }
    }

    private static Tried tried(Building building, Optional<PickupPoints> answer, double millis) {
        if (answer.isEmpty()) return new Tried(building.name(), Double.NaN, Long.MAX_VALUE, "none", "", millis);
        PickupPoint first = answer.get().points().getFirst();
        double away = first.entrance() == null
                ? Double.NaN
                : building.entrances().stream()
                        .mapToDouble(mapped -> metres(mapped, first.entrance()))
                        .min()
                        .orElseThrow();
        String kind = (first.source() + " " + first.side()).toLowerCase(Locale.ROOT);
        return new Tried(building.name(), away, first.walk().metres(), kind, first.label(), millis);
    }

    static double metres(Point one, Point other) {
        double north = (one.lat() - other.lat()) * 111_195;
        double east = (one.lng() - other.lng()) * 111_195 * Math.cos(Math.toRadians(one.lat()));
        return Math.hypot(north, east);
    }

    static List<Point> line(PickupPoint point) {
        return Polyline.decode(point.walkPolyline());
    }
}
