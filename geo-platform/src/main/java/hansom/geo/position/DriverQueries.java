package hansom.geo.position;

import hansom.contract.geo.Distance;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Eta;
import hansom.contract.geo.GeoQuery.EstimateArrival;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.Point;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.SilentDrivers.Silent;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftId;
import hansom.geo.road.Refusals;
import hansom.geo.road.Roads;
import hansom.geo.road.Start;
import hansom.geo.road.Travel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked about one driver, and whose phones have gone quiet. */
final class DriverQueries {
    /** An arrival reckoned from an older place would mislead more than none. */
    private static final Duration GOOD_FOR_ARRIVAL = Duration.ofMinutes(2);

    /** Phones that report every few seconds have been heard by then. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Board board;
    private final Supplier<Optional<Instant>> listening;
    private final Shifts shifts;
    private final Roads roads;
    private final Clock realTime;

    DriverQueries(Board board, Supplier<Optional<Instant>> listening, Shifts shifts, Roads roads, Clock realTime) {
        this.board = board;
        this.listening = listening;
        this.shifts = shifts;
        this.roads = roads;
        this.realTime = realTime;
    }

    @QueryHandler
    Optional<DriverPosition> handle(FindPosition query) {
        return board.find(query.driverId()).map(Fix::position);
    }

    @QueryHandler
    Eta handle(EstimateArrival query) {
        Instant now = realTime.instant();
        Fix fix = board.find(query.driverId())
                .filter(known -> known.heard().plus(GOOD_FOR_ARRIVAL).isAfter(now))
                .orElseThrow(() -> Refusals.refuse(RefusalCode.POSITION_UNKNOWN));
        Duration time = Duration.ZERO;
        Distance distance = Distance.NONE;
        Start from = board.start(fix);
        Roads today = roads.now();
        for (Point to : query.through()) {
            Travel leg = today.between(from, to, query.vehicle(), time)
                    .orElseThrow(() -> Refusals.refuse(RefusalCode.UNREACHABLE));
            time = time.plus(leg.time());
            distance = distance.plus(leg.distance());
            from = Start.at(to);
        }
        return new Eta(time, distance, fix.position(), now, today.name());
    }

    /** No answer while it is ourselves who cannot hear; nobody falls silent because we have only begun to listen. */
    @QueryHandler
    SilentDrivers handle(ListSilentDrivers query) {
        Instant now = realTime.instant();
        Instant listeningSince = listening
                .get()
                .filter(since -> shifts.complete() && since.plus(SETTLING).isBefore(now))
                .orElseThrow(() -> Refusals.refuse(RefusalCode.TEMPORARILY_UNAVAILABLE));
        Instant limit = now.minus(query.silentFor());
        List<Silent> silent = new ArrayList<>();
        List<ShiftId> heardAgain = new ArrayList<>();
        for (OpenShift shift : shifts.all()) {
            Instant heard = board.find(shift.driverId()).map(Fix::heard).orElse(shift.since());
            Instant lastSeen = later(heard, shift.since());
            Instant quietSince = shift.signalLost() ? lastSeen : later(lastSeen, listeningSince);
            if (!quietSince.isAfter(limit)) silent.add(new Silent(shift.driverId(), shift.shiftId(), lastSeen));
            else if (shift.signalLost()) heardAgain.add(shift.shiftId());
        }
        return new SilentDrivers(silent, heardAgain);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
