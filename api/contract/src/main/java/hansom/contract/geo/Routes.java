package hansom.contract.geo;

import hansom.contract.driver.VehicleType;
import hansom.contract.refusal.Refusal;
import java.util.Map;

/** One way for several kinds of vehicle: the route of each that finds one, and why not of each that does not. */
public record Routes(Map<VehicleType, Route> routes, Map<VehicleType, Refusal> refusals) {
    public Routes {
        routes = Map.copyOf(routes);
        refusals = Map.copyOf(refusals);
    }
}
