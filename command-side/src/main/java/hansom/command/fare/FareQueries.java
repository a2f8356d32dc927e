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
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.GeoQuery.EstimatePickup;
import hansom.contract.geo.GeoQuery.MeasureDemand;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
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
        Map<VehicleType, CompletableFuture<Route>> routes = offered.stream()
                .map(tariff -> tariff.productClass().vehicle())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), vehicle -> route(points, vehicle, asked)));
        List<CompletableFuture<Quote>> quotes = offered.stream()
                .map(tariff -> quote(
                        asked,
                        tariff,
                        Objects.requireNonNull(routes.get(tariff.productClass().vehicle()))))
                .toList();
        return new Quotes(asked.orderId(), given(quotes));
    }

    private CompletableFuture<Route> route(List<Point> points, VehicleType vehicle, QuoteRide asked) {
        return queries.query(new PlanRoute(points, vehicle, asked.language(), false, asked.pickupAt()), Route.class)
                .orTimeout(ROUTE_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<Quote> quote(QuoteRide asked, Tariff tariff, CompletableFuture<Route> route) {
        Point pickup = asked.waypoints().getFirst().point();
        ProductClass offered = tariff.productClass();
        CompletableFuture<Optional<Duration>> pickupTime = queries.query(
                        new EstimatePickup(pickup, offered), ResponseTypes.optionalInstanceOf(Duration.class))
                .completeOnTimeout(Optional.empty(), EXTRA_SECONDS, TimeUnit.SECONDS)
                .exceptionally(unknown -> Optional.empty());
        Demand nothing = new Demand(new Cell(""), 0, 0);
        CompletableFuture<Demand> demand = queries.query(new MeasureDemand(pickup, offered), Demand.class)
                .completeOnTimeout(nothing, EXTRA_SECONDS, TimeUnit.SECONDS)
                .exceptionally(unknown -> nothing);
        return route.thenCombine(demand, Way::new)
                .thenCombine(
                        pickupTime,
                        (way, time) -> seal.sealed(Quoting.quote(
                                asked, tariff, way.route(), way.demand(), time.orElse(null), clock.instant())));
    }

    private record Way(Route route, Demand demand) {}

    /** The quotes that could be made: where a lorry finds no way a car still may. Refused when there is none at all. */
    private static List<Quote> given(List<CompletableFuture<Quote>> asked) {
        List<Quote> quotes = new ArrayList<>();
        List<RefusedQuery> refused = new ArrayList<>();
        for (CompletableFuture<Quote> quote : asked) {
            try {
                quotes.add(quote.join());
            } catch (CompletionException failed) {
                refused.add(refusal(failed));
            }
        }
        if (quotes.isEmpty()) throw refused.getFirst();
        return quotes;
    }

    private static RefusedQuery refusal(CompletionException failed) {
        return new RefusedQuery(HandlerExecutionException.<Object>resolveDetails(failed)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .orElseGet(() -> new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, "the map does not answer")));
    }
}
