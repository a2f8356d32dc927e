package hansom.geo.tile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** All that is drawn of a map, on disk; in memory only where its blocks lie. Read by any number of threads. */
final class Atlas implements AutoCloseable {
    static final String THINGS = "things.bin";
    static final String BLOCKS = "blocks.bin";

    private static final int HEAD = 4 * Integer.BYTES;

    private final List<Block> blocks;
    private final FileChannel things;
    private final GeometryFactory geometry = new GeometryFactory();

    /** Things that are seen from one zoom on and lie near each other. */
    record Block(int leastZoom, Envelope around, long offset, int bytes) {
        void write(DataOutputStream out) throws IOException {
            out.writeInt(leastZoom);
            out.writeDouble(around.getMinX());
            out.writeDouble(around.getMaxX());
            out.writeDouble(around.getMinY());
            out.writeDouble(around.getMaxY());
            out.writeLong(offset);
            out.writeInt(bytes);
        }

        static Block read(DataInputStream in) throws IOException {
            return new Block(
                    in.readInt(),
                    new Envelope(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                    in.readLong(),
                    in.readInt());
        }
    }

    private Atlas(List<Block> blocks, FileChannel things) {
        this.blocks = List.copyOf(blocks);
        this.things = things;
    }

    static Atlas open(Path folder) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(BLOCKS))))) {
            List<Block> blocks = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) blocks.add(Block.read(in));
            return new Atlas(blocks, FileChannel.open(folder.resolve(THINGS)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All that is seen at a zoom and touches a rectangle of the plane. */
    void within(Envelope wanted, int zoom, Consumer<Drawn> found) {
        for (Block block : blocks)
            if (block.leastZoom() <= zoom && block.around().intersects(wanted)) each(read(block), wanted, found);
    }

    private void each(ByteBuffer block, Envelope wanted, Consumer<Drawn> found) {
        while (block.hasRemaining()) {
            int length = block.getInt();
            int next = block.position() + HEAD + length;
            int west = block.getInt();
            int north = block.getInt();
            int east = block.getInt();
            int south = block.getInt();
            if (wanted.intersects(new Envelope(west, east, north, south)))
                found.accept(DrawnBytes.read(block, geometry));
            block.position(next);
        }
    }

    private ByteBuffer read(Block block) {
        ByteBuffer bytes = ByteBuffer.allocate(block.bytes());
        try {
            while (bytes.hasRemaining())
                if (things.read(bytes, block.offset() + bytes.position()) < 0)
                    throw new IOException("the atlas of the map is cut short; delete its folder");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            things.close();
        } catch (IOException ignored) {
            // Only read: nothing can be lost.
        }
    }
}
