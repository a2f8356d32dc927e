package hansom.geo.map;

import com.carrotsearch.hppc.LongHashSet;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.contract.refusal.RefusalCode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How many things of each kind an extract holds, and how many of the nodes that its ways name. A file that was cut between two of its blocks
 * can be read to its end, but what stands last in it, relations or ways, is not there. Of the nodes one in sixteen is looked at.
 */
final class Census {
    private static final long SAMPLE = 16;
    /** Extracts that are cut at a border lack some nodes beyond it. */
    private static final double MOST_LACKING = 0.05;

    private final LongHashSet known = new LongHashSet();
    private long nodes;
    private long ways;
    private long relations;
    private long named;
    private long lacking;

    private Census() {}

    /** Reads it whole; {@link MapUnfit} says what it lacks. */
    static void check(Path extract) {
        Census census = new Census();
        try {
            Elements.read(extract, new SkipOptions(false, false, false), census::count);
        } catch (IOException | RuntimeException unreadable) {
            throw new MapUnfit(RefusalCode.MAP_UNREADABLE, MapFolder.reason(unreadable));
        }
        census.isWhole();
    }

    private void count(ReaderElement element) {
        switch (element) {
            case ReaderNode node -> {
                nodes++;
                if (node.getId() % SAMPLE == 0) known.add(node.getId());
            }
            case ReaderWay way -> {
                ways++;
                for (long node : way.getNodes().toArray()) {
                    if (node % SAMPLE != 0) continue;
                    named++;
                    if (!known.contains(node)) lacking++;
                }
            }
            case ReaderRelation _ -> relations++;
            default -> {}
        }
    }

    private void isWhole() {
        if (nodes == 0 || ways == 0 || relations == 0)
            throw new MapUnfit(
                    RefusalCode.MAP_UNREADABLE,
                    "it ends too early: it has %d nodes, %d ways and %d relations".formatted(nodes, ways, relations));
        if (lacking > MOST_LACKING * named)
            throw new MapUnfit(
                    RefusalCode.MAP_UNREADABLE,
                    "it is not whole: %d %% of the nodes that its ways name are not there"
                            .formatted(100 * lacking / named));
    }
}
