package hansom.geo.matching;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.LeftOut;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.geo.OpenOrder;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.geo.matching.Search.Way;
import hansom.geo.road.Roads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;

/**
 * One round: of all open orders and free drivers the pair with the shortest way by road goes first, then the next, each driver and each
 * order once. Orders of premium riders choose before all others. No order stays open while a fitting driver who can come is free.
 */
final class Matching {
    /** Of equally short ways the order that has waited longer; the ids make the outcome the same each time. */
    private static final Comparator<Way> SHORTEST_FIRST = Comparator.comparing(Way::time)
            .thenComparing(way -> way.search().order().since())
            .thenComparing(way -> way.search().order().orderId().value())
            .thenComparing(way -> way.candidate().driverId().value());

    private final Candidates candidates;
    private final Roads roads;

    Matching(Candidates candidates, Roads roads) {
        this.candidates = candidates;
        this.roads = roads;
    }

    @QueryHandler
    MatchingPlan handle(PlanMatching query) {
        Map<OrderId, Search> searches = new LinkedHashMap<>();
        for (OpenOrder order : query.orders())
            searches.computeIfAbsent(
                    order.orderId(), _ -> new Search(order, candidates.around(order.pickup(), Limits.RANGE_METRES)));
        Set<DriverId> taken = new HashSet<>();
        Roads now = roads.now();
        for (RiderClass riderClass : List.of(RiderClass.PREMIUM, RiderClass.REGULAR))
            match(
                    searches.values().stream()
                            .filter(search -> search.order().riderClass() == riderClass)
                            .toList(),
                    taken,
                    now);
        List<Pair> pairs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Search search : searches.values()) {
            search.pair().ifPresent(pairs::add);
            leftOut.addAll(search.leftOut(taken));
        }
        return new MatchingPlan(pairs, leftOut, now.name());
    }

    /** Who finds the nearest all taken asks those farther away, until there is a driver or nobody is left to ask. */
    private static void match(List<Search> searches, Set<DriverId> taken, Roads now) {
        while (searches.stream().anyMatch(Search::goesOn)) {
            List<Way> ways = new ArrayList<>();
            for (Search search : searches) if (search.goesOn()) ways.addAll(search.askNext(now, taken));
            ways.sort(SHORTEST_FIRST);
            for (Way way : ways)
                if (!way.search().isMatched() && taken.add(way.candidate().driverId()))
                    way.search().take(way, now);
        }
    }
}
