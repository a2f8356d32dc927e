package hansom.geo.testing;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import hansom.geo.map.MapConfiguration;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Draws another edition of the map of Monaco, for tests in which the map is updated. */
public final class Redrawing {
    private static final double METRES = 15;

    private Redrawing() {}

    /** Writes the map of Monaco without the streets at a point to a file, as text. */
    public static void without(Point gone, Path file) throws IOException {
        Path whole = Monaco.temporary().resolve("whole.osm.pbf");
        try (var in = MapConfiguration.extract("").source().open()) {
            Files.copy(in, whole);
        }
        Set<Long> near = new HashSet<>();
        Elements.read(whole, new SkipOptions(false, true, true), element -> {
            if (element instanceof ReaderNode node
                    && new Point(node.getLat(), node.getLon()).straightTo(gone).metres() <= METRES)
                near.add(node.getId());
        });
        write(whole, file, element -> !(element instanceof ReaderWay way && way.hasTag("highway") && has(way, near)));
    }

    private static boolean has(ReaderWay way, Set<Long> nodes) {
        for (int i = 0; i < way.getNodes().size(); i++)
            if (nodes.contains(way.getNodes().get(i))) return true;
        return false;
    }

    /** Those elements of an extract that are wanted, as a text. */
    private static void write(Path from, Path to, Predicate<ReaderElement> wanted) throws IOException {
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
