package hansom.geo.tile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/** Writes an {@link Atlas}: what is first seen at one zoom together, in it what lies together, in blocks of some tens of kilobytes. */
final class AtlasWriter {
    private static final int BLOCK_BYTES = 32_000;
    private static final int LEVEL = 12;

    private final List<Kept> all = new ArrayList<>();

    private static final class Kept {
        private final int leastZoom;
        private final int place;
        private final Envelope envelope;
        private final byte[] bytes;

        Kept(Drawn drawn) {
            leastZoom = drawn.leastZoom();
            envelope = drawn.outline().getEnvelopeInternal();
            Coordinate middle = envelope.centre();
            int shift = Plane.BITS - LEVEL;
            place = HilbertCode.encode(
                    LEVEL, Math.max(0, (int) middle.x) >> shift, Math.max(0, (int) middle.y) >> shift);
            bytes = DrawnBytes.written(drawn);
        }
    }

    void add(Drawn drawn) {
        all.add(new Kept(drawn));
    }

    int size() {
        return all.size();
    }

    void write(Path folder) throws IOException {
        all.sort(Comparator.<Kept>comparingInt(kept -> kept.leastZoom).thenComparingInt(kept -> kept.place));
        List<Atlas.Block> blocks = new ArrayList<>();
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(Atlas.THINGS))))) {
            for (int from = 0; from < all.size(); ) {
                int to = end(from);
                blocks.add(block(from, to, out));
                from = to;
            }
        }
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(Atlas.BLOCKS))))) {
            out.writeInt(blocks.size());
            for (Atlas.Block block : blocks) block.write(out);
        }
    }

    private int end(int from) {
        int bytes = 0;
        int to = from;
        while (to < all.size() && bytes < BLOCK_BYTES && all.get(to).leastZoom == all.get(from).leastZoom)
            bytes += all.get(to++).bytes.length;
        return to;
    }

    private Atlas.Block block(int from, int to, DataOutputStream out) throws IOException {
        long offset = out.size();
        Envelope around = new Envelope();
        var bytes = new ByteArrayOutputStream();
        var block = new DataOutputStream(bytes);
        for (Kept kept : all.subList(from, to)) {
            around.expandToInclude(kept.envelope);
            block.writeInt(kept.bytes.length);
            block.writeInt((int) kept.envelope.getMinX());
            block.writeInt((int) kept.envelope.getMinY());
            block.writeInt((int) kept.envelope.getMaxX());
            block.writeInt((int) kept.envelope.getMaxY());
            block.write(kept.bytes);
        }
        bytes.writeTo(out);
        return new Atlas.Block(all.get(from).leastZoom, around, offset, bytes.size());
    }
}
