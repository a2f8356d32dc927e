package hansom.geo.track;

import hansom.contract.rider.RiderId;
import java.util.List;

/** Tells where the recording of a kept track strayed from the roads; nothing once the rider was erased. */
@FunctionalInterface
public interface Strayed {
    List<Stray> of(String file, RiderId rider);
}
