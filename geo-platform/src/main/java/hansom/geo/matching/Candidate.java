package hansom.geo.matching;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Wish;
import hansom.contract.shift.ShiftId;
import hansom.geo.road.Start;
import java.util.Set;

/** A driver in range of a pick-up: where he is and whether anything speaks against him before any order is looked at. */
record Candidate(ShiftId shiftId, Start start, State state, Set<ProductClass> classes, Set<Wish> equipment) {
    Candidate {
        classes = Set.copyOf(classes);
        equipment = Set.copyOf(equipment);
    }

    /** What the driver is doing. */
    enum State {
        FREE,
        SIGNAL_LOST,
        PAUSED,
        ON_ORDER,
        HAS_OFFER
    }

    DriverId driverId() {
        return shiftId.driver();
    }
}
