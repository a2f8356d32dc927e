package hansom.geo.traffic;

import hansom.geo.road.Stretches.Name;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was learned, under names that outlive the map on which it was learned; written as a shape number, the usual, then one stretch after the other. */
record Remembered(Usual usual, Map<Name, Learned> byName) {
    private static final int SHAPE = 2;

    Remembered {
        byName = Map.copyOf(byName);
    }

    byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            usual.write(out);
            out.writeInt(byName.size());
            for (Map.Entry<Name, Learned> each : byName.entrySet()) {
                write(each.getKey(), out);
                out.writeFloat((float) each.getValue().weight());
                out.writeFloat((float) each.getValue().slowness());
                out.writeLong(each.getValue().at().toEpochMilli());
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** IOException when it is nothing that {@link #written()} wrote. */
    static Remembered read(byte[] written) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int shape = in.readInt();
            if (shape != SHAPE) throw new IOException("of shape %d".formatted(shape));
            Usual usual = Usual.read(in);
            int size = in.readInt();
            Map<Name, Learned> byName = new HashMap<>();
            for (int i = 0; i < size; i++) {
                byName.put(name(in), new Learned(in.readFloat(), in.readFloat(), Instant.ofEpochMilli(in.readLong())));
            }
            return new Remembered(usual, byName);
        }
    }

    static void write(Name name, DataOutput out) throws IOException {
        out.writeLong(name.way());
        out.writeInt(name.fromLat());
        out.writeInt(name.fromLng());
        out.writeInt(name.toLat());
        out.writeInt(name.toLng());
    }

    static Name name(DataInput in) throws IOException {
        return new Name(in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }
}
