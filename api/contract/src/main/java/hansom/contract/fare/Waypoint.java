package hansom.contract.fare;

import hansom.contract.geo.Point;
import hansom.contract.person.Sealed;
import org.jspecify.annotations.Nullable;

/** Where a ride begins, stops or ends: the point in clear, what the rider calls it sealed under the rider's key. */
public record Waypoint(Point point, @Nullable Sealed label) {}
