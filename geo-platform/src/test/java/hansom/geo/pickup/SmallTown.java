package hansom.geo.pickup;

import hansom.contract.geo.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A town of eight streets from west to east ("Row 0" in the south) and eight from south to north ("Column 0" in the west), 150 metres apart,
 * in which a test puts houses, paths and water. Places are told in metres from the corner in the south-west.
 */
final class SmallTown {
    static final double BLOCK = 150;
    private static final int STREETS = 8;
    private static final double METRES_A_DEGREE = 111_195;
    private static final Point CORNER = new Point(60, 25);

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder ways = new StringBuilder();
    private final List<TreeMap<Double, Long>> rows = new ArrayList<>();
    private final List<TreeMap<Double, Long>> columns = new ArrayList<>();
    private final List<String> columnTags = new ArrayList<>();
    private long next = 1;

    SmallTown() {
        for (int i = 0; i < STREETS; i++) {
            rows.add(new TreeMap<>());
            columns.add(new TreeMap<>());
            columnTags.add("residential");
        }
        for (int row = 0; row < STREETS; row++)
            for (int column = 0; column < STREETS; column++) {
                long crossing = node(column * BLOCK, row * BLOCK, Map.of());
                rows.get(row).put(column * BLOCK, crossing);
                columns.get(column).put(row * BLOCK, crossing);
            }
    }

    static Point point(double x, double y) {
        return new Point(
                CORNER.lat() + y / METRES_A_DEGREE,
                CORNER.lng() + x / METRES_A_DEGREE / Math.cos(Math.toRadians(CORNER.lat())));
    }

    long node(double x, double y, Map<String, String> tags) {
        Point at = point(x, y);
        nodes.append(String.format(
                Locale.ROOT,
                "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\">%s</node>%n",
                next,
                at.lat(),
                at.lng(),
                tags(tags)));
        return next++;
    }

    /** A node on a street from west to east. */
    long onRow(int row, double x) {
        return rows.get(row).computeIfAbsent(x, _ -> node(x, row * BLOCK, Map.of()));
    }

    long onColumn(int column, double y, Map<String, String> tags) {
        return columns.get(column).computeIfAbsent(y, _ -> node(column * BLOCK, y, tags));
    }

    void widen(int column, String highway) {
        columnTags.set(column, highway);
    }

    long way(Map<String, String> tags, long... through) {
        StringBuilder refs = new StringBuilder();
        for (long node : through) refs.append("<nd ref=\"%d\"/>".formatted(node));
        ways.append("<way id=\"%d\">%s%s</way>%n".formatted(next, refs, tags(tags)));
        return next++;
    }

    /** A ring through these corners: x, y, x, y … */
    long ring(Map<String, String> tags, double... corners) {
        long[] ring = new long[corners.length / 2 + 1];
        for (int i = 0; i + 1 < ring.length; i++) ring[i] = node(corners[2 * i], corners[2 * i + 1], Map.of());
        ring[ring.length - 1] = ring[0];
        return way(tags, ring);
    }

    /** A rectangular house with a door in its wall, as its fifth corner between the first and the second. */
    long house(Map<String, String> tags, Map<String, String> door, double... corners) {
        long first = node(corners[0], corners[1], Map.of());
        long entrance = node((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2, door);
        long second = node(corners[2], corners[3], Map.of());
        long third = node(corners[4], corners[5], Map.of());
        long fourth = node(corners[6], corners[7], Map.of());
        return way(tags, first, entrance, second, third, fourth, first);
    }

    private static String tags(Map<String, String> tags) {
        StringBuilder written = new StringBuilder();
        tags.forEach((key, value) -> written.append("<tag k=\"%s\" v=\"%s\"/>".formatted(key, value)));
        return written.toString();
    }

    Path write(Path file) throws IOException {
        for (int i = 0; i < STREETS; i++) {
            way(
                    Map.of("highway", "residential", "name", "Row " + i),
                    rows.get(i).values().stream().mapToLong(Long::longValue).toArray());
            way(
                    Map.of("highway", columnTags.get(i), "name", "Column " + i),
                    columns.get(i).values().stream().mapToLong(Long::longValue).toArray());
        }
        return Files.writeString(
                file, "<?xml version=\"1.0\"?>%n<osm version=\"0.6\">%n%s%s</osm>%n".formatted(nodes, ways));
    }
}
