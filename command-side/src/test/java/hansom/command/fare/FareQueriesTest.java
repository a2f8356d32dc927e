package hansom.command.fare;

import static hansom.command.fare.QuoteStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.command.refusal.RefusedQuery;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.FareQuery.ListProducts;
import hansom.contract.fare.FareQuery.PriceCancelling;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Tariff;
import hansom.contract.geo.Cell;
import hansom.contract.geo.Demand;
import hansom.contract.geo.Demands;
import hansom.contract.geo.GeoQuery.EstimatePickups;
import hansom.contract.geo.GeoQuery.MeasureDemand;
import hansom.contract.geo.GeoQuery.PlanRoutes;
import hansom.contract.geo.PickupTimes;
import hansom.contract.geo.Route;
import hansom.contract.geo.Routes;
import hansom.contract.id.Region;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.Test;

/** Quotes of all classes, made with a map beside, with a map that says no, and without any. */
class FareQueriesTest {
    private final QueryBus bus = SimpleQueryBus.builder().build();
    private final FareQueries fares = new FareQueries(
            new Tariffs(Region.LOCAL),
            SEAL,
            fares(),
            DefaultQueryGateway.builder().queryBus(bus).build(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void quotesEveryClassSealedAndForTheSameOrder() {
        beside(new CityMap());
        List<Quote> quotes =
                fares.handle(asked(ORDER, ANNA, null, HOME, STATION)).quotes();
        assertThat(quotes).extracting(Quote::productClass).containsExactly(ProductClass.values());
        assertThat(quotes).allSatisfy(quote -> {
            assertThat(fares().isGenuine(quote)).isTrue();
            assertThat(quote.orderId()).isEqualTo(ORDER);
            assertThat(quote.pickupTime())
                    .isEqualTo(quote.productClass() == ProductClass.CARGO ? null : Duration.ofMinutes(4));
            assertThat(quote.surge().permille()).isEqualTo(quote.productClass() == ProductClass.VAN ? 1_000 : 1_200);
            assertThat(quote.validUntil()).isAfter(NOON);
        });
        assertThat(quotes.get(2).fare().total())
                .isGreaterThan(quotes.get(0).fare().total());
    }

    @Test
    void leavesOutAClassThatFindsNoWay() {
        beside(new CityMap() {
            @Override
            @QueryHandler
            Routes plan(PlanRoutes asked) {
                Map<VehicleType, Route> routes = new EnumMap<>(super.plan(asked).routes());
                routes.remove(VehicleType.TRUCK);
                return new Routes(routes, Map.of(VehicleType.TRUCK, new Refusal(RefusalCode.NO_ROAD_NEAR)));
            }
        });
        assertThat(fares.handle(asked(ORDER, ANNA, null, HOME, STATION)).quotes())
                .extracting(Quote::productClass)
                .doesNotContain(ProductClass.CARGO)
                .hasSize(4);
    }

    @Test
    void saysNoAsTheMapDoes() {
        beside(new CityMap() {
            @Override
            @QueryHandler
            Routes plan(PlanRoutes asked) {
                return none(asked, RefusalCode.UNREACHABLE);
            }
        });
        refuses(RefusalCode.UNREACHABLE);
    }

    @Test
    void saysNoWhenTheMapFails() {
        beside(new CityMap() {
            @Override
            @QueryHandler
            Routes plan(PlanRoutes asked) {
                throw new RefusedQuery(RefusalCode.INVALID_REQUEST);
            }
        });
        refuses(RefusalCode.INVALID_REQUEST);
    }

    @Test
    void saysThatTheMapIsGone() {
        refuses(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void doesNotWaitForAMapThatIsSilent() {
        beside(new SilentMap());
        refuses(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void addsNothingForADemandThatIsNotKnown() {
        beside(new RoadsOnly());
        assertThat(fares.handle(asked(ORDER, ANNA, null, HOME, STATION)).quotes())
                .allSatisfy(quote -> {
                    assertThat(quote.surge().permille()).isEqualTo(1_000);
                    assertThat(quote.pickupTime()).isNull();
                });
    }

    @Test
    void refusesARideToWhereItBegins() {
        beside(new CityMap());
        assertThatThrownBy(() -> fares.handle(asked(ORDER, ANNA, null, HOME, HOME)))
                .isInstanceOfSatisfying(
                        RefusedQuery.class,
                        refused -> assertThat(refused.<Refusal>getDetails()
                                        .orElseThrow()
                                        .code())
                                .isEqualTo(RefusalCode.SAME_START_AND_END));
        assertThat(fares.handle(asked(ORDER, ANNA, null, HOME, STATION, HOME)).quotes())
                .isNotEmpty();
    }

    @Test
    void tellsWhatCancellingCostsNow() {
        Quote quote = quote();
        assertThat(fares.handle(new PriceCancelling(quote, null, null)).items()).isEmpty();
        assertThat(fares.handle(new PriceCancelling(quote, NOON.minusSeconds(600), NOON.minusSeconds(60)))
                        .total())
                .isEqualTo(eur(250));
        assertThat(fares.handle(new PriceCancelling(quote, NOON.minusSeconds(900), NOON.minusSeconds(600)))
                        .total())
                .isEqualTo(eur(250 + 210));
    }

    @Test
    void listsAPriceListForEachClass() {
        assertThat(fares.handle(new ListProducts(HOME)).tariffs())
                .extracting(Tariff::productClass)
                .containsExactly(ProductClass.values());
        Arrays.stream(Region.values())
                .forEach(region -> assertThat(new Tariffs(region).all())
                        .extracting(Tariff::id)
                        .doesNotHaveDuplicates());
    }

    private void beside(Object map) {
        new AnnotationQueryHandlerAdapter<>(map).subscribe(bus);
    }

    private void refuses(RefusalCode code) {
        assertThatThrownBy(() -> fares.handle(asked(ORDER, ANNA, null, HOME, STATION)))
                .isInstanceOf(RefusedQuery.class)
                .satisfies(refused -> assertThat(HandlerExecutionException.<Refusal>resolveDetails(refused)
                                .orElseThrow()
                                .code())
                        .isEqualTo(code));
    }

    private static Routes none(PlanRoutes asked, RefusalCode why) {
        return new Routes(
                Map.of(),
                asked.vehicles().stream().collect(Collectors.toMap(Function.identity(), _ -> new Refusal(why))));
    }

    /** A map with one road. */
    static class RoadsOnly {
        @QueryHandler
        Routes plan(PlanRoutes asked) {
            return new Routes(
                    asked.vehicles().stream().collect(Collectors.toMap(Function.identity(), _ -> tenKilometres())),
                    Map.of());
        }
    }

    /** A map that knows cars and demand as well. */
    static class CityMap extends RoadsOnly {
        @Override
        @QueryHandler
        Routes plan(PlanRoutes asked) {
            return super.plan(asked);
        }

        @QueryHandler
        PickupTimes estimate(EstimatePickups asked) {
            return new PickupTimes(asked.classes().stream()
                    .filter(productClass -> productClass != ProductClass.CARGO)
                    .collect(Collectors.toMap(Function.identity(), _ -> Duration.ofMinutes(4))));
        }

        @QueryHandler
        Demands measure(MeasureDemand asked) {
            return new Demands(asked.classes().stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            asking ->
                                    new Demand(new Cell("881f1d4887fffff"), asking == ProductClass.VAN ? 5 : 10, 5))));
        }
    }

    /** A map that has been asked and never answers. */
    static class SilentMap {
        @QueryHandler
        CompletableFuture<Routes> plan(PlanRoutes asked) {
            return new CompletableFuture<>();
        }
    }
}
