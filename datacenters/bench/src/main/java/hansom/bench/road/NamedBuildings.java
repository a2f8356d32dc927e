package hansom.bench.road;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The buildings of an extract that have a name and a main entrance, read from the extract itself, and all lines to draw around them. */
final class NamedBuildings {
    private static final double EDGE_METRES = 150;

    private final Map<Long, Point> points = new HashMap<>();
    private final Map<Long, String> entrances = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private double south = 90;
    private double north = -90;
    private double west = 180;
    private double east = -180;

    /** A line of the map and the words on it. */
    record Way(long id, Map<String, String> tags, List<Long> nodes) {
        Way {
            tags = Map.copyOf(tags);
            nodes = List.copyOf(nodes);
        }

        boolean isBuilding() {
            return tags.containsKey("building");
        }
    }

    /** A building, where the middle of its corners is, and its main entrances. */
    record Building(String id, String name, Point middle, List<Point> entrances) {
        Building {
            entrances = List.copyOf(entrances);
        }
    }

    static NamedBuildings of(Path extract) throws IOException {
        NamedBuildings read = new NamedBuildings();
        Elements.read(extract, new SkipOptions(true, false, true), read::way);
        Elements.read(extract, new SkipOptions(false, true, true), read::node);
        read.ways.stream()
                .filter(way -> way.tags().containsKey("highway"))
                .flatMap(way -> read.line(way).stream())
                .forEach(read::reaches);
        return read;
    }

    private void reaches(Point road) {
        south = Math.min(south, road.lat());
        north = Math.max(north, road.lat());
        west = Math.min(west, road.lng());
        east = Math.max(east, road.lng());
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) return;
        List<Long> nodes = new ArrayList<>();
        for (var node : way.getNodes()) nodes.add(node.value);
        ways.add(new Way(way.getId(), Elements.tags(way), nodes));
    }

    private void node(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) return;
        points.put(node.getId(), new Point(node.getLat(), node.getLon()));
        if (node.hasTags() && node.getTag("entrance") != null) entrances.put(node.getId(), node.getTag("entrance"));
    }

    /**
     * In the order of their names; left out are stations, which have exits instead, and what lies so near the edge of the extract that roads
     * around it may be cut off.
     */
    List<Building> buildings() {
        return ways.stream()
                .filter(Way::isBuilding)
                .filter(way -> way.tags().containsKey("name"))
                .filter(way -> !"train_station".equals(way.tags().get("building")))
                .map(this::building)
                .filter(Objects::nonNull)
                .filter(building -> isWhole(building.middle()))
                .sorted(Comparator.comparing(Building::name).thenComparing(Building::id))
                .toList();
    }

    private boolean isWhole(Point middle) {
        double north = EDGE_METRES / 111_195;
        double east = north / Math.cos(Math.toRadians(middle.lat()));
        return middle.lat() - north > south
                && middle.lat() + north < this.north
                && middle.lng() - east > west
                && middle.lng() + east < this.east;
    }

    private @Nullable Building building(Way way) {
        List<Point> main = way.nodes().stream()
                .distinct()
                .filter(node -> "main".equals(entrances.get(node)))
                .map(points::get)
                .toList();
        if (main.isEmpty()) return null;
        List<Point> corners = line(way);
        return new Building(
                "w" + way.id(),
                Objects.requireNonNull(way.tags().get("name")),
                new Point(
                        corners.stream().mapToDouble(Point::lat).average().orElseThrow(),
                        corners.stream().mapToDouble(Point::lng).average().orElseThrow()),
                main);
    }

    List<Way> ways() {
        return ways;
    }

    List<Point> line(Way way) {
        return way.nodes().stream().filter(points::containsKey).map(points::get).toList();
    }

    /** All entrances, of whatever kind. */
    List<Point> doors() {
        return entrances.keySet().stream()
                .map(points::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
