package hansom.geo.missing;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.geo.Point;
import hansom.geo.map.Elements;
import hansom.geo.map.Layer;
import hansom.geo.missing.OtherWay.Sort;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds what the map has that is no road for cars, or may be none: every way that something moves on, car parks, and closed grounds. */
final class OtherWaysLayer implements Layer {
    static final String FILE = "ways";

    private record Found(long id, Sort sort, LongArrayList nodes) {}

    @Override
    public String name() {
        return "other-ways-1";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        List<Found> ways = new ArrayList<>();
        LongObjectHashMap<Point> nodes = new LongObjectHashMap<>();
        Elements.read(extract, new SkipOptions(true, false, true), element -> {
            if (!(element instanceof ReaderWay way)) return;
            Sort sort = Sort.of(Elements.tags(way));
            if (sort == null || (sort.isArea() && !isRing(way.getNodes()))) return;
            ways.add(new Found(way.getId(), sort, way.getNodes()));
            for (var node : way.getNodes()) nodes.put(node.value, null);
        });
        Elements.read(extract, new SkipOptions(false, true, true), element -> place(element, nodes));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
            for (Found way : ways) {
                List<Point> line = new ArrayList<>();
                for (var node : way.nodes) if (nodes.get(node.value) != null) line.add(nodes.get(node.value));
                if (line.size() > 1) new OtherWay(way.id, way.sort, line).write(out);
            }
        }
    }

    private static void place(ReaderElement element, LongObjectHashMap<Point> nodes) {
        if (element instanceof ReaderNode node && nodes.containsKey(node.getId()))
            nodes.put(node.getId(), new Point(node.getLat(), node.getLon()));
    }

    private static boolean isRing(LongArrayList nodes) {
        return nodes.size() > 3 && nodes.get(0) == nodes.get(nodes.size() - 1);
    }
}
