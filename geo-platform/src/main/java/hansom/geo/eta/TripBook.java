package hansom.geo.eta;

import hansom.contract.geo.Grounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last trips to learn from, the oldest first, and the version of the last model; some two megabytes at most. */
final class TripBook {
    static final int MOST = 20_000;
    private static final int SHAPE = 1;

    private final Deque<Trip> trips = new ArrayDeque<>();
    private int version;
    private long noted;

    synchronized void note(Trip trip) {
        trips.addLast(trip);
        noted++;
        if (trips.size() > MOST) trips.removeFirst();
    }

    synchronized List<Trip> trips() {
        return List.copyOf(trips);
    }

    synchronized int size() {
        return trips.size();
    }

    /** How many were noted since the start. */
    synchronized long noted() {
        return noted;
    }

    synchronized int version() {
        return version;
    }

    synchronized int nextVersion() {
        return ++version;
    }

    synchronized byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            out.writeInt(version);
            out.writeInt(trips.size());
            for (Trip trip : trips) write(trip, out);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** IOException when it is nothing that {@link #written()} wrote; then nothing is taken up. */
    synchronized void read(byte[] written) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int shape = in.readInt();
            if (shape != SHAPE) throw new IOException("of shape %d".formatted(shape));
            int last = in.readInt();
            int size = in.readInt();
            Deque<Trip> read = new ArrayDeque<>();
            for (int i = 0; i < size; i++) read.addLast(trip(in));
            trips.clear();
            trips.addAll(read);
            version = last;
        }
    }

    private static void write(Trip trip, DataOutputStream out) throws IOException {
        Grounds known = trip.grounds();
        out.writeLong(trip.departed().toEpochMilli());
        out.writeFloat((float) trip.seconds());
        for (Duration time : List.of(known.freely(), known.usually(), known.byRoads()))
            out.writeInt((int) time.toMillis());
        int[] counts = {
            known.metres(), known.straightMetres(), known.junctions(), known.lefts(), known.rights(),
            known.sharpTurns(), known.turnsBack(), known.signals(), known.onTrunk(), known.onMain(),
            known.onMiddle(), known.onSmall()
        };
        for (int count : counts) out.writeInt(count);
    }

    private static Trip trip(DataInputStream in) throws IOException {
        Instant departed = Instant.ofEpochMilli(in.readLong());
        double seconds = in.readFloat();
        return new Trip(
                new Grounds(
                        Duration.ofMillis(in.readInt()),
                        Duration.ofMillis(in.readInt()),
                        Duration.ofMillis(in.readInt()),
                        null,
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt()),
                departed,
                seconds);
    }
}
