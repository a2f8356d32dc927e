package hansom.geo.matching;

import hansom.contract.geo.Point;
import hansom.geo.matching.Candidate.State;
import hansom.geo.position.Car;
import hansom.geo.position.Cars;
import hansom.geo.position.OpenShift;
import java.util.List;

/** Who is in range of a point, nearest first. */
interface Candidates {
    List<Candidate> around(Point pickup, long metres);

    /** Those of the board. */
    static Candidates of(Cars cars) {
        return (pickup, metres) -> cars.around(pickup, metres).stream()
                .map(car -> candidate(car, cars.heardLately(car)))
                .toList();
    }

    private static Candidate candidate(Car car, boolean heardLately) {
        var vehicle = car.shift().driver().vehicle();
        return new Candidate(
                car.shift().shiftId(),
                car.start(),
                state(car.shift(), heardLately),
                vehicle.classes(),
                vehicle.equipment());
    }

    private static State state(OpenShift shift, boolean heardLately) {
        if (shift.signalLost() || !heardLately) return State.SIGNAL_LOST;
        if (shift.order() != null) return State.ON_ORDER;
        if (shift.paused() || shift.closing()) return State.PAUSED;
        return shift.offer() == null ? State.FREE : State.HAS_OFFER;
    }
}
