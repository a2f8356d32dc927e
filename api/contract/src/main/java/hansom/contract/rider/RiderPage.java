package hansom.contract.rider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of riders and where the next one begins. */
public record RiderPage(List<RiderView> riders, @Nullable String next) {
    public RiderPage {
        riders = List.copyOf(riders);
    }
}
