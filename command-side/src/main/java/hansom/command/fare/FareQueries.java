package hansom.command.fare;

import hansom.command.refusal.RefusedQuery;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.Fare;
import hansom.contract.fare.FareQuery.ListProducts;
import hansom.contract.fare.FareQuery.PriceCancelling;
import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.Fares;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Products;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Quotes;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Demands;
import hansom.contract.geo.GeoQuery.EstimatePickups;
import hansom.contract.geo.GeoQuery.MeasureDemand;
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.PickupTimes;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Prices a ride in every class at once. The map must answer for the route within three seconds; a pick-up time or a demand that is not
 * known in time is left out, and then nothing is added for demand.
 */
@Component
class FareQueries {
    private static final int ROUTE_SECONDS = 3;
    private static final int EXTRA_SECONDS = 1;
    private static final long NEAREST_METRES = 20;

    private final Tariffs tariffs;
    private final QuoteSeal seal;
    private final Fares fares;
    private final QueryGateway queries;
    private final Clock clock;

    FareQueries(Tariffs tariffs, QuoteSeal seal, Fares fares, QueryGateway queries, Clock businessClock) {
        this.tariffs = tariffs;
        this.seal = seal;
        this.fares = fares;
        this.queries = queries;
        this.clock = businessClock;
    }

    @QueryHandler
    Products handle(ListProducts asked) {
        return new Products(tariffs.all());
    }

    @QueryHandler
    Fare handle(PriceCancelling asked) {
        Quote quote = asked.quote();
        Instant arrived = asked.arrivedAt();
        return fares.cancellingFareAt(
                quote, asked.acceptedAt(), arrived == null ? null : quote.waitingFrom(arrived), clock.instant());
    }

    @QueryHandler
    Quotes handle(QuoteRide asked) {
        List<Point> points = asked.waypoints().stream().map(Waypoint::point).toList();
        if (points.size() == 2 && points.getFirst().straightTo(points.getLast()).metres() < NEAREST_METRES)
            throw new RefusedQuery(RefusalCode.SAME_START_AND_END);
        List<Tariff> offered = tariffs.all().stream()
                .filter(tariff -> asked.classes().isEmpty() || asked.classes().contains(tariff.productClass()))
                .toList();
        if (offered.isEmpty()) throw new RefusedQuery(RefusalCode.NO_PRODUCT_HERE);
        return new Quotes(asked.orderId(), given(asked, offered));
    }

    /** The quotes that can be made: where a lorry finds no way a car still may. Refused when there is none at all. */
    private List<Quote> given(QuoteRide asked, List<Tariff> offered) {
        Point pickup = asked.waypoints().getFirst().point();
        Set<ProductClass> classes = offered.stream().map(Tariff::productClass).collect(Collectors.toUnmodifiableSet());
        CompletableFuture<Routes> routes = routes(asked, classes);
        CompletableFuture<Demands> demands = soon(new MeasureDemand(pickup, classes), Demands.class, Demands.UNKNOWN);
        CompletableFuture<PickupTimes> pickups =
                soon(new EstimatePickups(pickup, classes), PickupTimes.class, PickupTimes.UNKNOWN);
        Routes found = await(routes);
        Demands demand = demands.join();
        PickupTimes times = pickups.join();
        Instant now = clock.instant();
        List<Quote> quotes = new ArrayList<>();
        for (Tariff tariff : offered) {
            ProductClass productClass = tariff.productClass();
            Route route = found.routes().get(productClass.vehicle());
            if (route == null) continue;
            quotes.add(seal.sealed(Quoting.quote(
                    asked, tariff, route, demand.of(productClass), times.times().get(productClass), now)));
        }
        if (quotes.isEmpty()) throw new RefusedQuery(why(offered.getFirst().productClass(), found));
        return quotes;
    }

    private CompletableFuture<Routes> routes(QuoteRide asked, Set<ProductClass> classes) {
        List<Point> points = asked.waypoints().stream().map(Waypoint::point).toList();
        Set<VehicleType> vehicles = classes.stream().map(ProductClass::vehicle).collect(Collectors.toUnmodifiableSet());
        return queries.query(new PlanRoutes(points, vehicles, asked.language(), asked.pickupAt()), Routes.class)
                .orTimeout(ROUTE_SECONDS, TimeUnit.SECONDS);
    }

    private <T> CompletableFuture<T> soon(Object asked, Class<T> type, T unknown) {
        return queries.query(asked, type)
                .completeOnTimeout(unknown, EXTRA_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> unknown);
    }

    private static Routes await(CompletableFuture<Routes> routes) {
        try {
            return routes.join();
        } catch (CompletionException failed) {
            throw refusal(failed);
        }
    }

    private static Refusal why(ProductClass productClass, Routes found) {
        Refusal known = found.refusals().get(productClass.vehicle());
        return known == null ? new Refusal(RefusalCode.UNREACHABLE) : known;
    }

    private static RefusedQuery refusal(CompletionException failed) {
        return new RefusedQuery(HandlerExecutionException.<Object>resolveDetails(failed)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .orElseGet(() -> new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, "the map does not answer")));
    }
}
