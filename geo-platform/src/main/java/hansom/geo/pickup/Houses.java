package hansom.geo.pickup;

import hansom.contract.geo.Point;
import hansom.geo.pickup.Plane.Spot;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Houses, the grounds of stations and airports, and their doors. */
final class Houses {
    private final IntBuffer lines;
    private final IntBuffer houses;
    private final IntBuffer doors;
    private final IntBuffer stations;
    private final Texts houseWords;
    private final Texts doorWords;
    private final Texts stationWords;
    private final Grid houseGrid;
    private final Grid doorGrid;

    Houses(Path folder) throws IOException {
        lines = Numbers.open(folder.resolve("lines"));
        houses = Numbers.open(folder.resolve("houses"));
        doors = Numbers.open(folder.resolve("doors"));
        stations = Numbers.open(folder.resolve("stations"));
        houseWords = Texts.open(folder, "house");
        doorWords = Texts.open(folder, "door");
        stationWords = Texts.open(folder, "station");
        houseGrid = Grid.open(folder, "house");
        doorGrid = Grid.open(folder, "door");
    }

    /** What a house or a station is called, in the language, and its address; each may be empty. */
    record Called(String id, String name, String street, String number) {
        static Called of(List<String> words, String language) {
            String name = words.get(
                    switch (language) {
                        case "ru" -> 2;
                        case "en" -> 3;
                        default -> 1;
                    });
            return new Called(words.get(0), name, words.get(4), words.get(5));
        }
    }

    /** A house near a point: how far its wall is, nothing for who is inside. */
    record Near(int house, boolean zone, double metres, Called called) {}

    /** All whose walls come as near as that, and those around the point. */
    List<Near> near(Plane plane, Spot spot, double metres, String language) {
        List<Near> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        houseGrid.near(plane, spot, metres, house -> {
            if (!seen.add(house)) return;
            double away = away(plane, spot, house);
            if (away <= metres) found.add(new Near(house, isZone(house), away, called(house, language)));
        });
        return found;
    }

    private double away(Plane plane, Spot spot, int house) {
        double least = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int line = firstLine(house); line < firstLine(house + 1); line++) {
            Spot from = from(plane, line);
            Spot to = to(plane, line);
            least = Math.min(
                    least, from.between(to, from.shareNearest(to, spot)).to(spot));
            boolean between = (from.y() > spot.y()) != (to.y() > spot.y());
            if (between && spot.x() < from.x() + (to.x() - from.x()) * (spot.y() - from.y()) / (to.y() - from.y()))
                inside = !inside;
        }
        return inside ? 0 : least;
    }

    /** Places along the walls of a house, a few metres from one to the next. */
    List<Spot> wall(Plane plane, int house, double spacing) {
        List<Spot> wall = new ArrayList<>();
        for (int line = firstLine(house); line < firstLine(house + 1); line++) {
            Spot from = from(plane, line);
            Spot to = to(plane, line);
            int steps = (int) Math.max(1, Math.round(from.to(to) / spacing));
            for (int step = 0; step < steps; step++) wall.add(from.between(to, (step + 0.5) / steps));
        }
        return wall;
    }

    private boolean isZone(int house) {
        return houses.get(3 * house + 2) == 1;
    }

    private int firstLine(int house) {
        return houses.get(3 * house);
    }

    private Spot from(Plane plane, int line) {
        return plane.spot(lines.get(4 * line), lines.get(4 * line + 1));
    }

    private Spot to(Plane plane, int line) {
        return plane.spot(lines.get(4 * line + 2), lines.get(4 * line + 3));
    }

    Called called(int house, String language) {
        return Called.of(houseWords.row(house), language);
    }

    List<Door> doorsOf(int house) {
        return IntStream.range(houses.get(3 * house + 1), houses.get(3 * house + 4))
                .mapToObj(this::door)
                .toList();
    }

    /** Every door within so many metres. */
    List<Door> doorsNear(Plane plane, Spot spot, double metres) {
        List<Door> found = new ArrayList<>();
        Set<Point> seen = new HashSet<>();
        doorGrid.near(plane, spot, metres, number -> {
            Door door = door(number);
            if (plane.spot(door.point()).to(spot) <= metres && seen.add(door.point())) found.add(door);
        });
        return found;
    }

    private Door door(int number) {
        List<String> words = doorWords.row(number);
        int at = 5 * number;
        return new Door(
                point(doors.get(at), doors.get(at + 1)),
                Door.Rank.numbered(doors.get(at + 2)),
                doors.get(at + 3) == 1,
                doors.get(at + 4),
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3));
    }

    /** A station or an airport that is drawn as a point. */
    record Station(Point point, Called called) {}

    /** The nearest station within so many metres, or the one with this id within the same. */
    @Nullable
    Station station(Plane plane, double metres, @Nullable String id, String language) {
        Station best = null;
        double least = metres;
        for (int i = 0; i < stations.limit() / 2; i++) {
            Point point = point(stations.get(2 * i), stations.get(2 * i + 1));
            double away = plane.spot(point).to(new Spot(0, 0));
            if (away > least) continue;
            Called called = Called.of(stationWords.row(i), language);
            if (id != null && !called.id().equals(id)) continue;
            best = new Station(point, called);
            least = away;
        }
        return best;
    }

    private static Point point(int lat, int lng) {
        return new Point(lat / Plane.E7, lng / Plane.E7);
    }
}
