package hansom.geo.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery;
import hansom.contract.geo.GeoQuery.EstimatePickups;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.GeoQuery.PlanMatching;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.MatchingPlan;
import hansom.contract.geo.MatchingPlan.LeftOut;
import hansom.contract.geo.MatchingPlan.Pair;
import hansom.contract.geo.MatchingPlan.Reason;
import hansom.contract.geo.NearbyCars;
import hansom.contract.geo.OpenOrder;
import hansom.contract.geo.PickupTimes;
import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.PositionReports;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.order.OrderId;
import hansom.contract.rider.RiderClass;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftId;
import hansom.engines.EnginesConfiguration;
import hansom.engines.postgres.PostgresAddress;
import hansom.engines.testing.TestPostgres;
import hansom.engines.testing.TestRedis;
import hansom.geo.GeoConfiguration;
import hansom.geo.testing.Drivers;
import hansom.geo.testing.Monaco;
import hansom.geo.track.TripPoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.core.ThrowingRunnable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The whole role on all engines and a real map: from a reported position to an offer's pair, to the points of a trip, and over a restart. */
class CityOnEnginesTest {
    private static final DriverId BEN = Drivers.driver(801);
    private static final DriverId DORA = Drivers.driver(802);
    private static final OrderId ORDER = Drivers.order(801);

    private final PostgresAddress address = TestPostgres.freshAddress();

    @TempDir
    Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Boot {}

    @Test
    void leadsFromAPositionToAPairAndToTheTrip() throws Exception {
        try (var node = start("geo,edge")) {
            Instant now = Instant.now();
            tell(node, Events.opened(BEN, now), 0);
            tell(node, Events.opened(DORA, now), 0);
            BlockingQueue<DriverPosition> seen = new LinkedBlockingQueue<>();
            node.getBean(PositionFeed.class).follow(BEN, seen::add);
            node.getBean(PositionReports.class)
                    .reportAll(List.of(Drivers.at(BEN, Monaco.HARBOUR, now), Drivers.at(DORA, Monaco.LARVOTTO, now)));
            eventually(() -> {
                MatchingPlan plan = ask(node, plan(), ResponseTypes.instanceOf(MatchingPlan.class));
                assertThat(plan.pairs()).extracting(Pair::driverId).containsExactly(BEN);
                assertThat(plan.pairs().getFirst().pickupTime()).isPositive();
                assertThat(plan.leftOut()).containsExactly(new LeftOut(ORDER, DORA, Reason.ANOTHER_IS_CLOSER));
            });
            assertThat(seen).extracting(DriverPosition::point).contains(Monaco.HARBOUR);
            assertThat(ask(node, new ListNearbyCars(Monaco.CASINO, 5), ResponseTypes.instanceOf(NearbyCars.class))
                            .cars())
                    .hasSize(2);
            assertThat(ask(
                                    node,
                                    new EstimatePickups(Monaco.CASINO, Set.of(ProductClass.ECONOMY)),
                                    ResponseTypes.instanceOf(PickupTimes.class))
                            .times())
                    .containsOnlyKeys(ProductClass.ECONOMY);

            tell(node, Events.accepted(OfferId.of(ShiftId.of(BEN), ORDER, 1)), 1);
            eventually(() -> assertThat(ask(node, plan(), ResponseTypes.instanceOf(MatchingPlan.class))
                            .leftOut())
                    .contains(new LeftOut(ORDER, BEN, Reason.ON_ORDER)));
            eventually(() -> assertThat(node.getBean(Shifts.class).complete()).isTrue());
            Instant driving = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            node.getBean(PositionReports.class).report(Drivers.at(BEN, Monaco.CASINO, driving));
            node.getBean(PositionReports.class).report(Drivers.at(DORA, Monaco.STATION, driving));
            TripPoints points = node.getBean(TripPoints.class);
            eventually(() -> assertThat(points.between(BEN, driving.minusSeconds(1), driving.plusSeconds(1)))
                    .extracting(DriverPosition::point)
                    .contains(Monaco.CASINO));
            assertThat(points.between(DORA, driving, driving.plusSeconds(1))).isEmpty();
        }
        try (var again = start("geo")) {
            assertThat(ask(again, new FindPosition(BEN), ResponseTypes.optionalInstanceOf(DriverPosition.class)))
                    .map(DriverPosition::point)
                    .contains(Monaco.CASINO);
            eventually(() -> assertThat(ask(again, plan(), ResponseTypes.instanceOf(MatchingPlan.class))
                            .leftOut())
                    .contains(new LeftOut(ORDER, BEN, Reason.ON_ORDER)));
            Guidance guidance = ask(
                    again,
                    new GuideDriver(BEN, List.of(Monaco.HARBOUR, Monaco.STATION), VehicleType.CAR, "en", false, null),
                    ResponseTypes.instanceOf(Guidance.class));
            assertThat(guidance.time()).isPositive();
            eventually(() -> assertThat(ask(
                                    again,
                                    new ListSilentDrivers(Duration.ofSeconds(6)),
                                    ResponseTypes.instanceOf(SilentDrivers.class))
                            .silent())
                    .hasSize(2));
        }
    }

    @Test
    void bringsToAnEdgeOnlyTheWaysOfPositions() {
        try (var edge = start("edge")) {
            assertThat(edge.getBean(PositionReports.class)).isNotNull();
            assertThat(edge.getBean(PositionFeed.class)).isNotNull();
            assertThat(edge.getBeanProvider(Board.class).getIfAvailable()).isNull();
        }
    }

    private static PlanMatching plan() {
        return new PlanMatching(
                List.of(new OpenOrder(
                        ORDER,
                        Monaco.CASINO,
                        ProductClass.ECONOMY,
                        Set.of(),
                        RiderClass.REGULAR,
                        Instant.now(),
                        Set.of())),
                Instant.now());
    }

    private static void tell(ConfigurableApplicationContext node, ShiftEvent event, long number) {
        node.getBean(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>("Shift", event.shiftId().value(), number, event));
    }

    private static <A> A ask(ConfigurableApplicationContext node, GeoQuery query, ResponseType<A> answer) {
        return node.getBean(QueryGateway.class).query(query, answer).join();
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(holds);
    }

    private ConfigurableApplicationContext start(String roles) {
        return new SpringApplicationBuilder(EnginesConfiguration.class, GeoConfiguration.class, Boot.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "hansom.roles=" + roles,
                        "hansom.region=krasnodar",
                        "hansom.data=" + folder,
                        "hansom.postgres=postgres://%s:%s@%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.url()
                                                .replaceFirst("jdbc:postgresql://", "")
                                                .replaceFirst("\\?.*", "")),
                        "hansom.redis=" + TestRedis.uri(),
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true")
                .run();
    }
}
