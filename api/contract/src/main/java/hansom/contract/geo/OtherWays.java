package hansom.contract.geo;

import java.util.List;

/** Ways that differ from the one that a driver keeps to and are nearly as good, the fastest first. */
public record OtherWays(List<Route> routes) {
    public OtherWays {
        routes = List.copyOf(routes);
    }
}
