package hansom.geo.missing;

import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad;
import hansom.contract.missing.MissingRoad.Verdict;
import hansom.contract.missing.MissingRoadId;
import hansom.geo.track.Stray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line that may be a road which the map lacks, and what is known of those who drove it. Days, not hours: nobody's trip can be told from it. */
final class Candidate {
    static final double WIDE_METRES = 30;
    private static final double VERTEX_METRES = 20;
    /** So much of a stray, or of the line, lies along the other for both to be one road. */
    private static final double SAME_SHARE = 0.5;
    /** A road is driven in both directions when at least so many go in the rarer one. */
    private static final double BOTH_WAYS_SHARE = 0.2;

    final MissingRoadId id;
    final List<Vertex> vertices;
    final Set<Long> drivers = new HashSet<>();
    final Tally tally;

    @Nullable
    Verdict verdict;

    /** What is counted: trips in the direction of the line and against it, metres and seconds of all, the first day and the last. */
    static final class Tally {
        int along;
        int against;
        double metres;
        double seconds;
        LocalDate first;
        LocalDate last;

        Tally(LocalDate day) {
            first = day;
            last = day;
        }
    }

    Candidate(MissingRoadId id, List<Vertex> vertices, Tally tally) {
        this.id = id;
        this.vertices = new ArrayList<>(vertices);
        this.tally = tally;
    }

    static Candidate begun(MissingRoadId id, Stray stray, Witness witness, LocalDate day) {
        List<Vertex> vertices = new Lane(stray.line())
                .sampled(VERTEX_METRES).points().stream()
                        .map(point -> Vertex.first(point, witness))
                        .toList();
        Candidate made = new Candidate(id, vertices, new Tally(day));
        made.count(stray, witness, true, day);
        return made;
    }

    Lane lane() {
        return new Lane(vertices.stream().map(Vertex::point).toList());
    }

    /** How much of a stray lies along it; nothing when that is too little to be the same road. */
    double shared(Lane samples) {
        Lane own = lane();
        double share = shareBeside(samples, own);
        return Math.max(share, shareBeside(own, samples)) < SAME_SHARE ? 0 : share;
    }

    static double shareBeside(Lane samples, Lane other) {
        long beside = samples.points().stream()
                .filter(point -> other.nearest(point).away() <= WIDE_METRES)
                .count();
        return (double) beside / samples.points().size();
    }

    void drove(Stray stray, Witness witness, LocalDate day, int enough) {
        Lane driven = new Lane(stray.line());
        Lane own = lane();
        double begins = own.nearest(stray.line().getFirst()).before();
        double ends = own.nearest(stray.line().getLast()).before();
        for (int i = 0; i < vertices.size(); i++) {
            Lane.Nearest there = driven.nearest(vertices.get(i).point());
            if (there.away() <= WIDE_METRES) vertices.set(i, vertices.get(i).passed(there.at(), witness, enough));
        }
        count(stray, witness, begins <= ends, day);
    }

    private void count(Stray stray, Witness witness, boolean along, LocalDate day) {
        if (along) tally.along++;
        else tally.against++;
        tally.metres += stray.metres();
        tally.seconds += stray.seconds();
        if (day.isBefore(tally.first)) tally.first = day;
        if (day.isAfter(tally.last)) tally.last = day;
        if (drivers.size() < MissingRoad.MOST_DRIVERS) drivers.add(witness.driver());
    }

    int trips() {
        return tally.along + tally.against;
    }

    boolean bothWays() {
        return Math.min(tally.along, tally.against) >= BOTH_WAYS_SHARE * trips();
    }

    /** The longest part of it that enough people drove, in the direction in which most did; empty when there is none. */
    List<Point> known(int enough) {
        List<Point> longest = List.of();
        List<Point> part = new ArrayList<>();
        for (Vertex vertex : vertices) {
            if (vertex.isKnown(enough)) part.add(vertex.point());
            else part = new ArrayList<>();
            if (part.size() > longest.size()) longest = part;
        }
        return tally.against > tally.along ? longest.reversed() : List.copyOf(longest);
    }
}
