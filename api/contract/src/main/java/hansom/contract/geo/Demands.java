package hansom.contract.geo;

import hansom.contract.fare.ProductClass;
import java.util.Map;

/** The demand for each class that was asked for. */
public record Demands(Map<ProductClass, Demand> demands) {
    /** Of which nothing is known, so nothing is wanted. */
    public static final Demands UNKNOWN = new Demands(Map.of());

    private static final Demand NONE = new Demand(new Cell(""), 0, 0);

    public Demands {
        demands = Map.copyOf(demands);
    }

    /** That for one class; of nothing, in no cell, where it is not known. */
    public Demand of(ProductClass productClass) {
        return demands.getOrDefault(productClass, NONE);
    }
}
