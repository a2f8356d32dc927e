package hansom.command.fare;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.Fares;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.Waypoint;
import hansom.contract.fare.Wish;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quotes that tests of rides are told with: ANNA wants to be driven 10 km in 20 minutes, at noon, in a car of class economy. */
public final class QuoteStory {
    public static final String UUID = "019a0000-0000-7000-8000-000000000000";
    public static final RiderId ANNA = new RiderId("rid_" + UUID);
    public static final OrderId ORDER = new OrderId("ord_" + UUID);
    public static final OrderId OTHER_ORDER = new OrderId("ord_019a0000-0000-7000-8000-000000000100");
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final Point HOME = new Point(43.7384, 7.4246);
    public static final Point SHOP = new Point(43.7350, 7.4200);
    public static final Point STATION = new Point(43.7300, 7.4170);

    static final Tariff ECONOMY = tariff(Region.LOCAL, ProductClass.ECONOMY);
    static final QuoteSeal SEAL = new QuoteSeal("a key of these tests only".getBytes(StandardCharsets.UTF_8));
    static final Demand QUIET = new Demand(new Cell("881f1d4887fffff"), 0, 3);

    private QuoteStory() {}

    public static Fares fares() {
        return new PromisedFares(SEAL);
    }

    public static Quote quote() {
        return quote(ORDER, ANNA, null, HOME, STATION);
    }

    public static Quote quoteFor(Instant pickupAt) {
        return quote(ORDER, ANNA, pickupAt, HOME, STATION);
    }

    public static Quote quote(OrderId order, RiderId rider, @Nullable Instant pickupAt, Point... points) {
        return SEAL.sealed(
                Quoting.quote(asked(order, rider, pickupAt, points), ECONOMY, tenKilometres(), QUIET, null, NOON));
    }

    /** The same quote with a fare of nothing: whoever alters it cannot seal it. */
    public static Quote forged(Quote quote) {
        return new Quote(
                quote.orderId(),
                quote.riderId(),
                quote.riderClass(),
                quote.productClass(),
                quote.waypoints(),
                quote.wishes(),
                quote.pickupAt(),
                quote.route(),
                Fare.of(List.of(), quote.most().currency()),
                quote.most(),
                quote.surge(),
                quote.tariff(),
                quote.pickupTime(),
                quote.givenAt(),
                quote.validUntil(),
                quote.seal());
    }

    public static Money eur(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }

    static QuoteRide asked(OrderId order, RiderId rider, @Nullable Instant pickupAt, Point... points) {
        List<Waypoint> waypoints = java.util.Arrays.stream(points)
                .map(point -> new Waypoint(point, null))
                .toList();
        return new QuoteRide(order, rider, RiderClass.REGULAR, waypoints, Set.of(Wish.PET), Set.of(), pickupAt, "en");
    }

    static Route tenKilometres() {
        return new Route(
                Distance.ofMetres(10_000),
                Duration.ofMinutes(20),
                List.of(new Route.Leg(Distance.ofMetres(10_000), Duration.ofMinutes(20), HOME, STATION)),
                "_p~iF~ps|U",
                List.of(),
                false,
                false,
                "map-1");
    }

    static Tariff tariff(Region region, ProductClass offered) {
        return new Tariffs(region)
                .all().stream()
                        .filter(tariff -> tariff.productClass() == offered)
                        .findFirst()
                        .orElseThrow();
    }
}
