package hansom.geo.position;

import hansom.contract.geo.CarsOnShift;
import hansom.contract.geo.CarsOnShift.State;
import hansom.contract.geo.GeoQuery.ListCars;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers where all cars are, for a map of the whole city. */
final class CityCars {
    private final Cars cars;
    private final Board board;
    private final Shifts shifts;
    private final Trails trails;
    private final Nameless nameless;

    CityCars(Cars cars, Board board, Shifts shifts, Trails trails, Nameless nameless) {
        this.cars = cars;
        this.board = board;
        this.shifts = shifts;
        this.trails = trails;
        this.nameless = nameless;
    }

    @QueryHandler
    CarsOnShift handle(ListCars query) {
        return new CarsOnShift(shifts.all().stream()
                .flatMap(shift -> board
                        .find(shift.driverId())
                        .filter(fix -> cars.heardLately(fix.heard()))
                        .map(fix -> query.forStrangers() ? about(shift, fix) : exactly(shift, fix))
                        .stream())
                .toList());
    }

    private CarsOnShift.Car about(OpenShift shift, Fix fix) {
        return new CarsOnShift.Car(
                nameless.tag(shift.driverId()),
                nameless.about(fix.point()),
                fix.at(),
                fix.position().heading(),
                state(shift),
                null,
                List.of());
    }

    private CarsOnShift.Car exactly(OpenShift shift, Fix fix) {
        Trails.Trail trail = trails.upTo(fix);
        return new CarsOnShift.Car(
                shift.driverId().value(),
                trail.end(),
                trail.moved().at(),
                fix.position().heading(),
                state(shift),
                shift.order(),
                trail.bends());
    }

    private static State state(OpenShift shift) {
        if (shift.order() != null) return State.BUSY;
        if (shift.paused()) return State.PAUSED;
        return shift.offer() == null ? State.FREE : State.OFFERED;
    }
}
