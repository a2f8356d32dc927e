package hansom.geo.missing;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.missing.MissingRoad;
import hansom.contract.missing.MissingRoad.Joint;
import hansom.contract.missing.MissingRoad.Kind;
import hansom.contract.missing.MissingRoads;
import hansom.geo.map.Served;
import hansom.geo.missing.Candidates.Known;
import hansom.geo.missing.OtherWay.Sort;
import hansom.geo.road.Alongside;
import hansom.geo.road.Alongside.Beside;
import hansom.geo.road.Alongside.Meeting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds the lines that enough people drove against the map as it is now: what is on it after all is left out, and of the others it says what is there. */
final class Review {
    private static final double SAMPLE_METRES = 10;
    private static final double MOSTLY = 0.6;
    private static final double LEAST_METRES = 40;
    private static final double JOINT_METRES = 60;

    private final Candidates candidates;
    private final Supplier<Alongside> roads;
    private final Served<Path> ways;

    /** {@code roads}: those of the moment; {@code ways}: where {@link OtherWaysLayer} was built. */
    Review(Candidates candidates, Supplier<Alongside> roads, Served<Path> ways) {
        this.candidates = candidates;
        this.roads = roads;
        this.ways = ways;
    }

    MissingRoads roads() {
        List<Known> known = candidates.known();
        if (known.isEmpty()) return new MissingRoads(List.of());
        Alongside now = roads.get();
        List<Lane> lines = known.stream().map(one -> new Lane(one.line())).toList();
        OtherWays others = ways.ask(folder -> OtherWays.beside(lines, folder, now.drivable()));
        return new MissingRoads(
                known.stream().flatMap(one -> seen(one, now, others).stream()).toList());
    }

    private static Optional<MissingRoad> seen(Known known, Alongside roads, OtherWays others) {
        List<Point> samples = new Lane(known.line()).sampled(SAMPLE_METRES).points();
        List<Beside> beside = roads.along(samples);
        int from = 0;
        int to = samples.size();
        while (from < to && beside.get(from) == Beside.ROAD) from++;
        while (to > from && beside.get(to - 1) == Beside.ROAD) to--;
        if (to - from < 2) return Optional.empty();
        List<Point> line = samples.subList(from, to);
        List<Beside> there = beside.subList(from, to);
        if (new Lane(line).metres() < LEAST_METRES || share(there, Beside.ROAD) >= MOSTLY) return Optional.empty();
        if (others.share(Sort.FERRY, line) >= MOSTLY) return Optional.empty();
        return Optional.of(described(known.candidate(), line, kind(line, there, others), roads));
    }

    private static double share(List<Beside> all, Beside one) {
        return (double) all.stream().filter(beside -> beside == one).count() / all.size();
    }

    private static Kind kind(List<Point> line, List<Beside> there, OtherWays others) {
        if (others.share(Sort.YARD, line) >= MOSTLY) return Kind.YARD;
        if (share(there, Beside.ONE_WAY) >= MOSTLY) return Kind.AGAINST_ONE_WAY;
        if (others.share(Sort.WAY, line) >= MOSTLY) return Kind.NOT_FOR_CARS;
        return others.share(Sort.GROUNDS, line) >= MOSTLY ? Kind.GROUNDS : Kind.LACKING;
    }

    private static MissingRoad described(Candidate candidate, List<Point> line, Kind kind, Alongside roads) {
        Optional<Meeting> begins = roads.meeting(line.getFirst(), JOINT_METRES);
        Optional<Meeting> ends = roads.meeting(line.getLast(), JOINT_METRES);
        List<Point> joined = new ArrayList<>();
        begins.ifPresent(meeting -> joined.add(meeting.onRoad()));
        joined.addAll(line);
        ends.ifPresent(meeting -> joined.add(meeting.onRoad()));
        Candidate.Tally tally = candidate.tally;
        return new MissingRoad(
                candidate.id,
                kind,
                joined,
                Distance.ofMetres(Math.round(new Lane(joined).metres())),
                joint(begins),
                joint(ends),
                candidate.bothWays(),
                candidate.trips(),
                candidate.drivers.size(),
                tally.seconds > 0 ? tally.metres / tally.seconds : 0,
                tally.first,
                tally.last,
                candidate.verdict);
    }

    private static @Nullable Joint joint(Optional<Meeting> meeting) {
        return meeting.map(there -> new Joint(there.name(), there.way())).orElse(null);
    }
}
