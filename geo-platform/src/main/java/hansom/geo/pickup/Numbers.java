package hansom.geo.pickup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whole numbers in a file, read from where they lie: what nobody asks about takes no memory. */
final class Numbers {
    private Numbers() {}

    static void write(Path file, int[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    static IntBuffer open(Path file) throws IOException {
        return mapped(file).asIntBuffer();
    }

    static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
