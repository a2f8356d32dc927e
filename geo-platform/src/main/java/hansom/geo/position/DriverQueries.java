package hansom.geo.position;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListOtherWays;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.OtherWays;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.SilentDrivers.Silent;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftId;
import hansom.geo.guide.Guides;
import hansom.geo.road.Pursuit;
import hansom.geo.road.Refusals;
import hansom.geo.road.Start;
import hansom.geo.road.Whereabouts;
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
    /** Phones that report every few seconds have been heard by then. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Board board;
    private final Supplier<Optional<Instant>> listening;
    private final Shifts shifts;
    private final Guides guides;
    private final Supplier<Pursuit> pursuit;
    private final Clock realTime;

    DriverQueries(
            Board board,
            Supplier<Optional<Instant>> listening,
            Shifts shifts,
            Guides guides,
            Supplier<Pursuit> pursuit,
            Clock realTime) {
        this.board = board;
        this.listening = listening;
        this.shifts = shifts;
        this.guides = guides;
        this.pursuit = pursuit;
        this.realTime = realTime;
    }

    @QueryHandler
    Optional<DriverPosition> handle(FindPosition query) {
        return board.find(query.driverId()).map(Fix::position);
    }

    @QueryHandler
    Guidance handle(GuideDriver query) {
        Fix fix = board.find(query.driverId()).orElseThrow(() -> Refusals.refuse(RefusalCode.POSITION_UNKNOWN));
        return guides.guide(query, fix.position(), start(fix, query.vehicle()));
    }

    @QueryHandler
    OtherWays handle(ListOtherWays query) {
        Fix fix = board.find(query.driverId()).orElseThrow(() -> Refusals.refuse(RefusalCode.POSITION_UNKNOWN));
        return guides.others(query, start(fix, query.vehicle()));
    }

    /** Whoever asks at the very report need not wait until it was followed on the roads. */
    private Start start(Fix fix, VehicleType vehicle) {
        Whereabouts known = board.whereabouts(fix.driver()).orElse(null);
        if (known == null || known.heard().isBefore(fix.position().at()))
            known = pursuit.get().next(known, fix.position(), vehicle).orElse(null);
        return new Start(fix.point(), known);
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
