package hansom.contract.geo;

import hansom.contract.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All cars of a region whose drivers are on shift and were heard lately. */
public record CarsOnShift(List<Car> cars) {
    public CarsOnShift {
        cars = List.copyOf(cars);
    }

    /** What a car is doing: free, with an offer on its driver's screen, resting, or busy with an order. */
    public enum State {
        FREE,
        OFFERED,
        PAUSED,
        BUSY
    }

    /**
     * One car: where it was at an instant, and the bends of the road on which it came there from where it was before. The tag is its driver's
     * id, or for strangers a word that changes each quarter of an hour, with a place known to a hundred metres and no order.
     */
    public record Car(
            String tag,
            Point point,
            Instant at,
            @Nullable Integer heading,
            State state,
            @Nullable OrderId order,
            List<Point> bends) {
        public Car {
            bends = List.copyOf(bends);
        }
    }
}
