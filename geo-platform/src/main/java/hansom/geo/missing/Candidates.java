package hansom.geo.missing;

import hansom.contract.geo.Point;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.missing.MissingRoadEvent.MissingRoadJudged;
import hansom.contract.missing.MissingRoadId;
import hansom.geo.track.Stray;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All lines that may be roads which the map lacks. Each stray is laid onto the line that it shares most with; what of it lies along none begins a
 * new one. They are so many at most; those that nobody has driven for half a year are forgotten, and after a month those that too few have.
 */
final class Candidates {
    private static final int MOST = 2_000;
    private static final int MOST_REPORTED = 500;
    private static final long FORGOTTEN_DAYS = 180;
    private static final long FEW_FORGOTTEN_DAYS = 30;
    private static final double SAMPLE_METRES = 10;
    private static final double LEAST_REST_METRES = 80;
    /** A line so much of which lies along another that more drove is the same road. */
    private static final double REPEATED_SHARE = 0.7;

    private final Region region;
    private final int enough;
    private List<Candidate> all = new ArrayList<>();
    private Instant heeded = Instant.EPOCH;

    /** {@code enough}: as many drivers and as many riders make a line known. */
    Candidates(Region region, int enough) {
        this.region = region;
        this.enough = enough;
    }

    int enough() {
        return enough;
    }

    /** What happened no later than what was heeded last is known already. */
    synchronized boolean isNews(Instant at) {
        return at.isAfter(heeded);
    }

    /** A trip has strayed there. */
    synchronized void drove(List<Stray> strays, Witness witness, Instant at) {
        if (!isNews(at)) return;
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        forget(day);
        Set<Candidate> counted = new HashSet<>();
        for (Stray stray : strays) lay(stray, witness, at, day, counted);
        heeded = at;
    }

    private void lay(Stray stray, Witness witness, Instant at, LocalDate day, Set<Candidate> counted) {
        Lane samples = new Lane(stray.line()).sampled(SAMPLE_METRES);
        Candidate best = null;
        double most = 0;
        for (Candidate each : all) {
            double shared = isFar(each, stray) ? 0 : each.shared(samples);
            if (shared <= most) continue;
            most = shared;
            best = each;
        }
        if (best == null) {
            begin(stray, witness, at, day, counted);
            return;
        }
        if (!counted.add(best)) return;
        Lane line = best.lane();
        best.drove(stray, witness, day, enough);
        for (Stray rest : rests(samples, line, stray)) lay(rest, witness, at, day, counted);
    }

    private static boolean isFar(Candidate candidate, Stray stray) {
        double reach = stray.metres() + candidate.vertices.size() * 2 * Candidate.WIDE_METRES;
        return Lane.apart(candidate.vertices.getFirst().point(), stray.line().getFirst()) > reach;
    }

    /** The parts of a stray that leave a line for long. */
    private static List<Stray> rests(Lane samples, Lane line, Stray stray) {
        List<Stray> rests = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        for (Point point : samples.points()) {
            boolean beside = line.nearest(point).away() <= Candidate.WIDE_METRES;
            if (!beside) part.add(point);
            else if (!part.isEmpty()) {
                rests.add(part(part, stray));
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) rests.add(part(part, stray));
        return rests.stream().filter(rest -> rest.metres() >= LEAST_REST_METRES).toList();
    }

    private static Stray part(List<Point> points, Stray whole) {
        double metres = new Lane(points).metres();
        return new Stray(points, metres, whole.seconds() * metres / whole.metres());
    }

    private void begin(Stray stray, Witness witness, Instant at, LocalDate day, Set<Candidate> counted) {
        makeRoom();
        Candidate begun = Candidate.begun(new MissingRoadId(Uuid7.mint("mrd", region, at)), stray, witness, day);
        all.add(begun);
        counted.add(begun);
    }

    private void forget(LocalDate day) {
        all.removeIf(candidate -> {
            boolean few = candidate.verdict == null && candidate.drivers.size() < enough;
            return candidate.tally.last.isBefore(day.minusDays(few ? FEW_FORGOTTEN_DAYS : FORGOTTEN_DAYS));
        });
    }

    private void makeRoom() {
        if (all.size() < MOST) return;
        all.stream()
                .filter(candidate -> candidate.verdict == null)
                .min(Comparator.<Candidate>comparingInt(candidate -> candidate.drivers.size())
                        .thenComparing(candidate -> candidate.tally.last))
                .or(() -> all.stream().min(Comparator.comparing(candidate -> candidate.tally.last)))
                .ifPresent(all::remove);
    }

    /** What an operator said is kept; of a line that was lost meanwhile as well, so that it does not come up again. */
    synchronized void judged(MissingRoadJudged judged) {
        Candidate known = find(judged.missingRoadId());
        if (known == null) {
            LocalDate day = judged.at().atOffset(ZoneOffset.UTC).toLocalDate();
            makeRoom();
            known = new Candidate(
                    judged.missingRoadId(),
                    judged.line().stream()
                            .map(point -> new Vertex(point, enough, Set.of(), Set.of()))
                            .toList(),
                    new Candidate.Tally(day));
            all.add(known);
        }
        known.verdict = judged.verdict();
    }

    private @Nullable Candidate find(MissingRoadId id) {
        return all.stream()
                .filter(candidate -> candidate.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A line that enough people drove, as it is now. */
    record Known(Candidate candidate, List<Point> line) {}

    /** Those driven most first; of lines along each other the one driven most. */
    synchronized List<Known> known() {
        List<Known> known = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(Candidate::trips).reversed())
                .map(candidate -> new Known(candidate, candidate.known(enough)))
                .filter(one -> one.line.size() > 1)
                .filter(one -> known.size() < MOST_REPORTED)
                .filter(one -> known.stream().noneMatch(other -> isRepeated(one.line, other.line)))
                .forEach(known::add);
        return known;
    }

    private static boolean isRepeated(List<Point> line, List<Point> other) {
        return Candidate.shareBeside(new Lane(line), new Lane(other)) >= REPEATED_SHARE;
    }

    synchronized byte[] written() {
        return CandidateBytes.written(heeded, all);
    }

    /** Takes up what was written once; IOException when it is nothing that {@link #written()} wrote, and nothing is taken then. */
    synchronized void read(byte[] written) throws IOException {
        CandidateBytes.Read read = CandidateBytes.read(written);
        all = new ArrayList<>(read.candidates());
        heeded = read.heeded();
    }
}
