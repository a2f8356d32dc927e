package hansom.contract.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of drivers and where the next one begins. */
public record DriverPage(List<DriverView> drivers, @Nullable String next) {
    public DriverPage {
        drivers = List.copyOf(drivers);
    }
}
