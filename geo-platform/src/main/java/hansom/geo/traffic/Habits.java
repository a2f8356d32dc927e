package hansom.geo.traffic;

import hansom.geo.road.Stretches.Name;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The habits of stretches under names that outlive the map on which they were learned; written as a shape number, then one after the other. */
record Habits(Map<Name, Habit> byName) {
    private static final int SHAPE = 1;

    Habits {
        byName = Map.copyOf(byName);
    }

    byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            out.writeInt(byName.size());
            for (Map.Entry<Name, Habit> each : byName.entrySet()) {
                Remembered.write(each.getKey(), out);
                each.getValue().write(out);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    Habits copy() {
        try {
            return read(written());
        } catch (IOException neverOfOnesOwn) {
            throw new UncheckedIOException(neverOfOnesOwn);
        }
    }

    /** IOException when it is nothing that {@link #written()} wrote. */
    static Habits read(byte[] written) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int shape = in.readInt();
            if (shape != SHAPE) throw new IOException("of shape %d".formatted(shape));
            int size = in.readInt();
            Map<Name, Habit> byName = new HashMap<>();
            for (int i = 0; i < size; i++) byName.put(Remembered.name(in), Habit.read(in));
            return new Habits(byName);
        }
    }
}
