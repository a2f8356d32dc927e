package hansom.geo.missing;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Candidates as bytes: a shape number, until when events were heeded, then one line after the other. */
final class CandidateBytes {
    private static final int SHAPE = 1;

    private CandidateBytes() {}

    record Read(Instant heeded, List<Candidate> candidates) {
        Read {
            candidates = List.copyOf(candidates);
        }
    }

    static byte[] written(Instant heeded, List<Candidate> candidates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(SHAPE);
            out.writeLong(heeded.toEpochMilli());
            out.writeInt(candidates.size());
            for (Candidate candidate : candidates) write(candidate, out);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(Candidate candidate, DataOutputStream out) throws IOException {
        out.writeUTF(candidate.id.value());
        out.writeUTF(candidate.verdict == null ? "" : candidate.verdict.name());
        out.writeInt(candidate.tally.along);
        out.writeInt(candidate.tally.against);
        out.writeDouble(candidate.tally.metres);
        out.writeDouble(candidate.tally.seconds);
        out.writeLong(candidate.tally.first.toEpochDay());
        out.writeLong(candidate.tally.last.toEpochDay());
        write(candidate.drivers, out);
        out.writeInt(candidate.vertices.size());
        for (Vertex vertex : candidate.vertices) {
            out.writeDouble(vertex.point().lat());
            out.writeDouble(vertex.point().lng());
            out.writeInt(vertex.trips());
            write(vertex.drivers(), out);
            write(vertex.riders(), out);
        }
    }

    private static void write(Set<Long> names, DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (long name : names) out.writeLong(name);
    }

    static Read read(byte[] written) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int shape = in.readInt();
            if (shape != SHAPE) throw new IOException("of shape %d".formatted(shape));
            Instant heeded = Instant.ofEpochMilli(in.readLong());
            List<Candidate> candidates = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) candidates.add(candidate(in));
            return new Read(heeded, candidates);
        } catch (IllegalArgumentException notWritten) {
            throw new IOException(notWritten);
        }
    }

    private static Candidate candidate(DataInputStream in) throws IOException {
        MissingRoadId id = new MissingRoadId(in.readUTF());
        String verdict = in.readUTF();
        Candidate.Tally tally = new Candidate.Tally(LocalDate.EPOCH);
        tally.along = in.readInt();
        tally.against = in.readInt();
        tally.metres = in.readDouble();
        tally.seconds = in.readDouble();
        tally.first = LocalDate.ofEpochDay(in.readLong());
        tally.last = LocalDate.ofEpochDay(in.readLong());
        Set<Long> drivers = names(in);
        List<Vertex> vertices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--)
            vertices.add(new Vertex(new Point(in.readDouble(), in.readDouble()), in.readInt(), names(in), names(in)));
        if (vertices.isEmpty()) throw new IOException("a line without points");
        Candidate candidate = new Candidate(id, vertices, tally);
        candidate.drivers.addAll(drivers);
        candidate.verdict = verdict.isEmpty() ? null : Verdict.valueOf(verdict);
        return candidate;
    }

    private static Set<Long> names(DataInputStream in) throws IOException {
        Set<Long> names = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) names.add(in.readLong());
        return names;
    }
}
