package hansom.geo.road;

import hansom.contract.geo.Distance;
import java.time.Duration;

/** How long and how far it is by road, turn costs included. */
public record Travel(Duration time, Distance distance) {}
