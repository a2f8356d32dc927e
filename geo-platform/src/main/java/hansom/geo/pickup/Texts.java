package hansom.geo.pickup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of words in a file, each found by its number. */
final class Texts {
    private static final String BETWEEN = "\u001f";

    private final IntBuffer first;
    private final ByteBuffer bytes;

    private Texts(IntBuffer first, ByteBuffer bytes) {
        this.first = first;
        this.bytes = bytes;
    }

    static Texts open(Path folder, String name) throws IOException {
        return new Texts(
                Numbers.open(folder.resolve(name + "-first")), Numbers.mapped(folder.resolve(name + "-words")));
    }

    List<String> row(int number) {
        byte[] row = new byte[first.get(number + 1) - first.get(number)];
        bytes.get(first.get(number), row);
        return List.of(new String(row, StandardCharsets.UTF_8).split(BETWEEN, -1));
    }

    static void write(Path folder, String name, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        List<Integer> first = new ArrayList<>(List.of(0));
        for (List<String> row : rows) {
            words.writeBytes(String.join(BETWEEN, row).getBytes(StandardCharsets.UTF_8));
            first.add(words.size());
        }
        Numbers.write(
                folder.resolve(name + "-first"),
                first.stream().mapToInt(Integer::intValue).toArray());
        Files.write(folder.resolve(name + "-words"), words.toByteArray());
    }
}
