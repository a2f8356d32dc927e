package hansom.edge.rider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs what is much like a sample (RFC 1951, with the sample as preset dictionary): only what differs from it takes room. Both sides must hold
 * the same sample. The packers of zlib are used again, for making one costs as much as packing.
 */
final class Packing {
    private static final int CHUNK = 4096;

    private final byte[] sample;
    private final BlockingQueue<Deflater> deflaters = room();
    private final BlockingQueue<Inflater> inflaters = room();

    private Packing(byte[] sample) {
        this.sample = sample;
    }

    /** The sample is a file beside this class. */
    static Packing with(String file) {
        try (InputStream in = Packing.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("there is no " + file);
            return new Packing(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without a sample. */
    static Packing plain() {
        return new Packing(new byte[0]);
    }

    private static <T> BlockingQueue<T> room() {
        return new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
    }

    byte[] pack(byte[] content) {
        Deflater deflater = taken(deflaters, () -> new Deflater(Deflater.BEST_SPEED, true));
        var packed = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        deflater.setDictionary(sample);
        deflater.setInput(content);
        deflater.finish();
        while (!deflater.finished()) packed.write(chunk, 0, deflater.deflate(chunk));
        deflater.reset();
        if (!deflaters.offer(deflater)) deflater.end();
        return packed.toByteArray();
    }

    /** What was packed; DataFormatException when it was not, is cut off, or is more than so many bytes. */
    byte[] unpack(byte[] packed, int most) throws DataFormatException {
        Inflater inflater = taken(inflaters, () -> new Inflater(true));
        var content = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        try {
            inflater.setDictionary(sample);
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int size = inflater.inflate(chunk);
                if (size == 0 && !inflater.finished()) throw new DataFormatException("cut off");
                content.write(chunk, 0, size);
                if (content.size() > most) throw new DataFormatException("too large");
            }
            return content.toByteArray();
        } finally {
            inflater.reset();
            if (!inflaters.offer(inflater)) inflater.end();
        }
    }

    private static <T> T taken(BlockingQueue<T> idle, Supplier<T> made) {
        T one = idle.poll();
        return one == null ? made.get() : one;
    }
}
