package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Drivers on shift around a point, with what they are doing. */
public final class Cars {
    /** A phone that reports every few seconds and has been silent for so long cannot be relied on to show an offer. */
    private static final Duration HEARD_LATELY = Duration.ofMinutes(1);

    private final Board board;
    private final Shifts shifts;
    private final Clock realTime;

    Cars(Board board, Shifts shifts, Clock realTime) {
        this.board = board;
        this.shifts = shifts;
        this.realTime = realTime;
    }

    /** All within so many metres of a straight line, nearest first; the phones of some may have gone quiet. */
    public List<Car> around(Point point, long metres) {
        return board.within(point, metres, _ -> true).stream()
                .flatMap(near -> car(near).stream())
                .toList();
    }

    /** The nearest that could be offered an order of this kind now. */
    List<Car> nearestFree(Point point, int limit, long mostMetres, Predicate<OpenShift> kind) {
        return board.nearest(point, limit, mostMetres, driver -> isFree(driver, kind)).stream()
                .flatMap(near -> car(near).stream())
                .toList();
    }

    /** All that could be offered an order of some kind now and are not farther than this in a straight line, nearest first. */
    List<Car> freeWithin(Point point, long metres) {
        return board.within(point, metres, driver -> isFree(driver, _ -> true)).stream()
                .flatMap(near -> car(near).stream())
                .toList();
    }

    static Predicate<OpenShift> ofClass(ProductClass productClass) {
        return shift -> shift.driver().vehicle().classes().contains(productClass);
    }

    /** Whether the phone was heard a moment ago. */
    public boolean heardLately(Car car) {
        return heardLately(car.heard());
    }

    boolean heardLately(Instant heard) {
        return heard.plus(HEARD_LATELY).isAfter(realTime.instant());
    }

    private boolean isFree(DriverId driver, Predicate<OpenShift> kind) {
        return shifts.find(driver).filter(OpenShift::free).filter(kind).isPresent()
                && board.find(driver).filter(fix -> heardLately(fix.heard())).isPresent();
    }

    private Optional<Car> car(Board.Near near) {
        return shifts.find(near.fix().driver())
                .map(shift -> new Car(shift, board.start(near.fix()), near.fix().heard(), near.metres()));
    }
}
