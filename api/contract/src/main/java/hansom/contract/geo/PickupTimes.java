package hansom.contract.geo;

import hansom.contract.fare.ProductClass;
import java.time.Duration;
import java.util.Map;

/** How soon the nearest free car of a class can come; a class without one near enough is left out. */
public record PickupTimes(Map<ProductClass, Duration> times) {
    public static final PickupTimes UNKNOWN = new PickupTimes(Map.of());

    public PickupTimes {
        times = Map.copyOf(times);
    }
}
