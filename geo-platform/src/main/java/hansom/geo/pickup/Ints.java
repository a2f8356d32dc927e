package hansom.geo.pickup;

import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;

/** Numbers that are gathered for a file. */
final class Ints {
    private final IntArrayList numbers = new IntArrayList();

    void add(int... row) {
        numbers.add(row, 0, row.length);
    }

    int size() {
        return numbers.size();
    }

    int[] toArray() {
        return numbers.toArray();
    }

    void write(Path file) throws IOException {
        Numbers.write(file, numbers.toArray());
    }
}
