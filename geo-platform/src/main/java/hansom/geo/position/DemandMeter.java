package hansom.geo.position;

import com.uber.h3core.H3Core;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Demands;
import hansom.contract.geo.GeoQuery.MeasureDemand;
import hansom.contract.geo.Point;
import hansom.contract.order.OrderEvent.SearchStarted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Counts, around a point, the orders that began to look for a driver in the last ten minutes and the cars that are free. */
@ProcessingGroup("geo.demand")
final class DemandMeter {
    private static final Duration COUNTED = Duration.ofMinutes(10);
    private static final int RESOLUTION = 8;

    /** The farthest corner of a neighbouring cell of that resolution. */
    private static final long NEIGHBOURS_WITHIN_METRES = 2_500;

    private final Cars cars;
    private final H3Core hexagons;
    private final Clock businessTime;
    private final Deque<Wanted> wanted = new ArrayDeque<>();

    private record Wanted(String cell, ProductClass productClass, Instant at) {}

    DemandMeter(Cars cars, H3Core hexagons, Clock businessTime) {
        this.cars = cars;
        this.hexagons = hexagons;
        this.businessTime = businessTime;
    }

    /** An order whose driver was lost is searched for again but was wanted once. */
    @EventHandler
    void on(SearchStarted started) {
        if (started.search() > 1) return;
        Wanted order = new Wanted(
                cell(started.quote().pickup().point()), started.quote().productClass(), started.at());
        synchronized (wanted) {
            forgetOld();
            if (!order.at().isBefore(oldest())) wanted.addLast(order);
        }
    }

    @QueryHandler
    Demands handle(MeasureDemand query) {
        String cell = cell(query.around());
        Set<String> near = new HashSet<>(hexagons.gridDisk(cell, 1));
        Map<ProductClass, Integer> orders = new EnumMap<>(ProductClass.class);
        synchronized (wanted) {
            forgetOld();
            for (Wanted order : wanted)
                if (near.contains(order.cell())) orders.merge(order.productClass(), 1, Integer::sum);
        }
        Map<ProductClass, Integer> free = free(query.around(), near);
        Map<ProductClass, Demand> demands = new EnumMap<>(ProductClass.class);
        for (ProductClass asked : query.classes())
            demands.put(asked, new Demand(new Cell(cell), orders.getOrDefault(asked, 0), free.getOrDefault(asked, 0)));
        return new Demands(demands);
    }

    /** How many free cars in these cells may drive each class. */
    private Map<ProductClass, Integer> free(Point around, Set<String> cells) {
        Map<ProductClass, Integer> free = new EnumMap<>(ProductClass.class);
        for (Car car : cars.freeWithin(around, NEIGHBOURS_WITHIN_METRES))
            if (cells.contains(cell(car.point())))
                for (ProductClass driven : car.shift().driver().vehicle().classes())
                    free.merge(driven, 1, Integer::sum);
        return free;
    }

    private void forgetOld() {
        Instant oldest = oldest();
        wanted.removeIf(order -> order.at().isBefore(oldest));
    }

    private Instant oldest() {
        return businessTime.instant().minus(COUNTED);
    }

    private String cell(Point point) {
        return hexagons.latLngToCellAddress(point.lat(), point.lng(), RESOLUTION);
    }
}
