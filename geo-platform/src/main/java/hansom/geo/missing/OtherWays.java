package hansom.geo.missing;

import hansom.contract.geo.Point;
import hansom.geo.missing.OtherWay.Sort;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything of the map that something moves on and cars may not, and the places where they stand. */
final class OtherWays {
    private static final double BESIDE_METRES = 15;
    private static final double METRES_A_DEGREE = 111_195;

    private final List<Boxed> all;

    /** What a line lies in, and as much around it as counts as beside. */
    private record Box(double south, double west, double north, double east) {
        static Box of(Lane line) {
            double south = 90;
            double west = 180;
            double north = -90;
            double east = -180;
            for (Point point : line.points()) {
                south = Math.min(south, point.lat());
                north = Math.max(north, point.lat());
                west = Math.min(west, point.lng());
                east = Math.max(east, point.lng());
            }
            double lat = BESIDE_METRES / METRES_A_DEGREE;
            double lng = lat / Math.cos(Math.toRadians((south + north) / 2));
            return new Box(south - lat, west - lng, north + lat, east + lng);
        }

        boolean holds(Point point) {
            return point.lat() >= south && point.lat() <= north && point.lng() >= west && point.lng() <= east;
        }

        boolean meets(Box other) {
            return south <= other.north && north >= other.south && west <= other.east && east >= other.west;
        }
    }

    private record Boxed(OtherWay way, Box box) {
        boolean isAt(Point point) {
            if (!box.holds(point)) return false;
            return way.sort().isArea()
                    ? way.line().encloses(point)
                    : way.line().nearest(point).away() <= BESIDE_METRES;
        }
    }

    private OtherWays(List<Boxed> all) {
        this.all = List.copyOf(all);
    }

    /** Those in the layer's folder that lie beside any of the lines and are no roads after all. */
    static OtherWays beside(List<Lane> lines, Path folder, Set<Long> drivable) {
        List<Box> around = lines.stream().map(Box::of).toList();
        List<Boxed> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(OtherWaysLayer.FILE))))) {
            for (Optional<Long> id = next(in); id.isPresent(); id = next(in)) {
                OtherWay way = OtherWay.read(id.get(), in);
                if (way.sort() == Sort.WAY && drivable.contains(way.id())) continue;
                Box box = Box.of(way.line());
                if (around.stream().anyMatch(box::meets)) all.add(new Boxed(way, box));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the ways in %s cannot be read".formatted(folder), unreadable);
        }
        return new OtherWays(all);
    }

    private static Optional<Long> next(DataInputStream in) throws IOException {
        try {
            return Optional.of(in.readLong());
        } catch (EOFException end) {
            return Optional.empty();
        }
    }

    /** What share of a line's points lies beside, or within, one of these. */
    double share(Sort sort, List<Point> line) {
        long there = line.stream()
                .filter(point -> all.stream().anyMatch(one -> one.way.sort() == sort && one.isAt(point)))
                .count();
        return (double) there / line.size();
    }
}
