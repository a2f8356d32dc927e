package hansom.contract.geo;

import hansom.contract.fare.ProductClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Free cars around a point, without names: dots for a rider's map. */
public record NearbyCars(List<Car> cars) {
    public NearbyCars {
        cars = List.copyOf(cars);
    }

    /** One dot; {@code tag} stays the same for a car for a quarter of an hour and says nothing of who drives it. */
    public record Car(String tag, Point point, @Nullable Integer heading, ProductClass productClass) {}
}
