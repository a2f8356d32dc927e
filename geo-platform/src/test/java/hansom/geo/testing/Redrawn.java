package hansom.geo.testing;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import hansom.geo.map.MapConfiguration;
import hansom.geo.map.MapFolder;
import hansom.geo.road.Polyline;
import hansom.geo.road.RoadConfiguration;
import hansom.geo.road.RoadNetwork;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Another edition of the map of Monaco: the streets in the middle of the fastest way from Fontvieille to the casino are gone. Drawn once a run. */
public final class Redrawn {
    private static final double METRES = 15;
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
            Path whole = folder.resolve("whole.osm.pbf");
            try (var in = Monaco.folder().extract().source().open()) {
                Files.copy(in, whole);
            }
            Path file = folder.resolve("redrawn.osm");
            Set<Long> near = new HashSet<>();
            Elements.read(whole, new SkipOptions(false, true, true), element -> {
                if (element instanceof ReaderNode node
                        && new Point(node.getLat(), node.getLon())
                                        .straightTo(gone)
                                        .metres()
                                <= METRES) near.add(node.getId());
            });
            write(
                    whole,
                    file,
                    element -> !(element instanceof ReaderWay way && way.hasTag("highway") && has(way, near)));
            return new Redrawn(gone, file, new MapFolder(MapConfiguration.extract(file.toString()), folder));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static boolean has(ReaderWay way, Set<Long> nodes) {
        for (int i = 0; i < way.getNodes().size(); i++)
            if (nodes.contains(way.getNodes().get(i))) return true;
        return false;
    }

    /** Those elements of an extract that are wanted, as a text. */
    public static void write(Path from, Path to, Predicate<ReaderElement> wanted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n");
            Elements.read(from, new SkipOptions(false, false, false), element -> {
                try {
                    if (wanted.test(element)) out.write(text(element));
                } catch (IOException unwritten) {
                    throw new UncheckedIOException(unwritten);
                }
            });
            out.write("</osm>\n");
        }
    }

    private static String text(ReaderElement element) {
        StringBuilder inside = new StringBuilder();
        if (element instanceof ReaderWay way)
            for (long node : way.getNodes().toArray()) inside.append("<nd ref=\"%d\"/>".formatted(node));
        if (element instanceof ReaderRelation relation)
            relation.getMembers()
                    .forEach(member -> inside.append("<member type=\"%s\" ref=\"%d\" role=\"%s\"/>"
                            .formatted(
                                    member.getType().toString().toLowerCase(Locale.ROOT),
                                    member.getRef(),
                                    escaped(member.getRole()))));
        Elements.tags(element)
                .forEach((key, value) ->
                        inside.append("<tag k=\"%s\" v=\"%s\"/>".formatted(escaped(key), escaped(value))));
        return switch (element) {
            case ReaderNode node ->
                String.format(
                        Locale.ROOT,
                        "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\">%s</node>%n",
                        node.getId(),
                        node.getLat(),
                        node.getLon(),
                        inside);
            case ReaderWay way -> "<way id=\"%d\">%s</way>%n".formatted(way.getId(), inside);
            case ReaderRelation relation -> "<relation id=\"%d\">%s</relation>%n".formatted(relation.getId(), inside);
            default -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
