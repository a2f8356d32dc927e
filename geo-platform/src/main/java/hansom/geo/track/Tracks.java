package hansom.geo.track;

import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.GeoQuery.ReadTrack;
import hansom.contract.geo.Point;
import hansom.contract.geo.TrackFile;
import hansom.contract.geo.Tracking;
import hansom.contract.geo.Tracking.Basis;
import hansom.contract.refusal.RefusalCode;
import hansom.geo.road.Polyline;
import hansom.geo.road.Refusals;
import hansom.geo.track.Recording.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryHandler;

/** Makes the track of a finished trip, once, and gives it out as a file. */
class Tracks {
    private static final int LEAST_SPOTS = 5;
    private static final double MOST_FILLED = 0.6;
    private static final long FAR_METRES = 200;

    private final TripPoints points;
    private final Supplier<TrackMatcher> matchers;
    private final TrackArchive archive;
    private final TrackFiles files = new TrackFiles();
    private final List<Lock> locks =
            IntStream.range(0, 64).<Lock>mapToObj(number -> new ReentrantLock()).toList();

    Tracks(TripPoints points, Supplier<TrackMatcher> matchers, TrackArchive archive) {
        this.points = points;
        this.matchers = matchers;
        this.archive = archive;
    }

    @QueryHandler
    Tracking handle(MatchTrack asked) {
        Lock one = locks.get(Math.floorMod(asked.orderId().hashCode(), locks.size()));
        one.lock();
        try {
            Optional<Tracking> answered = archive.find(asked.orderId());
            return answered.orElseGet(() -> match(asked));
        } finally {
            one.unlock();
        }
    }

    @QueryHandler
    TrackFile handle(ReadTrack asked) {
        return archive.read(asked.file(), asked.riderId())
                .map(track -> files.write(track, asked.format()))
                .orElseThrow(() -> Refusals.refuse(RefusalCode.TRACK_UNKNOWN));
    }

    private Tracking match(MatchTrack asked) {
        Recording recording = Recording.of(points.between(asked.driverId(), asked.from(), asked.to()));
        if (recording.spots().size() < LEAST_SPOTS) return planned(asked, recording);
        TrackMatcher matcher = matchers.get();
        Driven driven = withEnds(matcher.match(recording, asked.vehicle()), asked, recording, matcher);
        if (driven.metres() == 0 || driven.filledMetres() > driven.metres() * MOST_FILLED)
            return planned(asked, recording);
        return filed(
                asked,
                recording,
                Basis.MATCHED,
                Distance.ofMetres(Math.round(driven.metres())),
                Distance.ofMetres(Math.round(driven.filledMetres())),
                recording.time(),
                Polyline.encode(driven.line()),
                driven.strays());
    }

    /** A phone that was first heard of late, far from where the trip began, leaves a gap like any other; so does one last heard of early. */
    private static Driven withEnds(Driven driven, MatchTrack asked, Recording recording, TrackMatcher matcher) {
        if (asked.planned().legs().isEmpty()) return driven;
        Spot first = recording.spots().getFirst();
        Spot last = recording.spots().getLast();
        Point start = asked.planned().legs().getFirst().from();
        Point end = asked.planned().legs().getLast().to();
        Driven whole = driven;
        if (Duration.between(asked.from(), first.at()).compareTo(Recording.GAP) > 0 && far(start, first.point()))
            whole = matcher.filled(start, first.point(), asked.vehicle()).then(whole);
        if (Duration.between(last.at(), asked.to()).compareTo(Recording.GAP) > 0 && far(end, last.point()))
            whole = whole.then(matcher.filled(last.point(), end, asked.vehicle()));
        return whole;
    }

    private static boolean far(Point one, Point other) {
        return one.straightTo(other).metres() > FAR_METRES;
    }

    private Tracking planned(MatchTrack asked, Recording recording) {
        return filed(
                asked,
                recording,
                Basis.PLANNED,
                asked.planned().distance(),
                asked.planned().distance(),
                Duration.between(asked.from(), asked.to()),
                asked.planned().polyline(),
                List.of());
    }

    private Tracking filed(
            MatchTrack asked,
            Recording recording,
            Basis basis,
            Distance distance,
            Distance filled,
            Duration time,
            String polyline,
            List<Stray> strays) {
        Track track = new Track(asked.orderId(), basis, distance, filled, polyline, recording.spots(), strays);
        return archive.file(
                track,
                asked.riderId(),
                (file, sha256) ->
                        new Tracking(distance, filled, time, recording.spots().size(), basis, file, sha256));
    }
}
