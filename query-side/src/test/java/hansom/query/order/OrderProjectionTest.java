package hansom.query.order;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.id.Region;
import hansom.contract.order.CancelReason;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OpenOrders;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.DriverLost;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderQuery.ListCurrentOrders;
import hansom.contract.order.OrderQuery.ListOpenOrders;
import hansom.contract.order.OrderQuery.ListOrders;
import hansom.contract.order.OrderQuery.ListOrdersOfDriver;
import hansom.contract.order.OrderQuery.ListOrdersOfRider;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftEvent.OfferDeclined;
import hansom.contract.shift.ShiftEvent.OfferLapsed;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftId;
import hansom.query.feed.FeedsUnderTest;
import hansom.query.testing.ViewsUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderProjectionTest {
    private final ViewsUnderTest under = new ViewsUnderTest();
    private final FeedsUnderTest feeds = new FeedsUnderTest(under.views());
    private final OrderStore orders = new OrderStore(under.views());
    private final OfferStore offers = new OfferStore(under.views());
    private final OrderProjection projection = new OrderProjection(orders, feeds.feeds());
    private final OrderQueries queries = new OrderQueries(orders, offers);

    @Test
    void tellsARideFromPlacedToCompleted() {
        List<OrderStatus> seen = new ArrayList<>();
        List<OrderEvent> ride = ride(ORDER);
        for (int seq = 0; seq < ride.size(); seq++) {
            under.tell(projection, ORDER.value(), seq, ride.get(seq));
            seen.add(found().status());
        }
        assertThat(seen)
                .containsExactly(
                        OrderStatus.PROCESSING,
                        OrderStatus.PROCESSING,
                        OrderStatus.ACCEPTED,
                        OrderStatus.ARRIVED,
                        OrderStatus.IN_PROGRESS,
                        OrderStatus.IN_PROGRESS,
                        OrderStatus.COMPLETED);
        OrderView over = found();
        assertThat(over.version()).isEqualTo(6);
        assertThat(over.fare()).isEqualTo(fare(2_200));
        assertThat(over.freeWaitingUntil()).isEqualTo(minute(8));
        assertThat(over.overAt()).isEqualTo(minute(27));
    }

    @Test
    void isTheSameAfterRepeatsAndLatecomers() {
        List<OrderEvent> ride = ride(ORDER);
        under.tell(projection, ORDER.value(), ride);
        OrderView once = found();
        long told = feeds.told(ANNA.value());
        under.tell(projection, ORDER.value(), ride);
        under.tell(projection, ORDER.value(), 2, ride.get(2));
        assertThat(found()).isEqualTo(once);
        assertThat(feeds.told(ANNA.value())).isEqualTo(told).isEqualTo(7);
    }

    @Test
    void isReadAnewWithoutTellingAnybody() {
        under.tell(projection, ORDER.value(), ride(ORDER));
        OrderView before = found();
        under.rebuild(projection, "orders", ViewsUnderTest.replayed(ORDER.value(), ride(ORDER)));
        assertThat(found()).isEqualTo(before);
        assertThat(feeds.told(ANNA.value())).isEqualTo(7);
        assertThat(feeds.told(BEN.value())).isEqualTo(5);
    }

    @Test
    void losesItsDriverAndTellsHimOnceMore() {
        under.tell(projection, ORDER.value(), ride(ORDER).subList(0, 4));
        under.tell(
                projection,
                ORDER.value(),
                4,
                new DriverLost(ORDER, ANNA, by(BEN, ORDER, 1), GiveUpReason.CAR_TROUBLE, minute(6)),
                searching(ORDER, 2));
        assertThat(found()).satisfies(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.PROCESSING);
            assertThat(order.driver()).isNull();
            assertThat(order.driverLost()).isEqualTo(GiveUpReason.CAR_TROUBLE);
            assertThat(order.arrivedAt()).isNull();
            assertThat(order.search()).isEqualTo(2);
        });
        assertThat(feeds.told(BEN.value())).as("assigned, arrived, lost").isEqualTo(3);
        assertThat(queries.handle(new FindDrivenOrder(BEN))).isEmpty();
    }

    @Test
    void isCurrentUntilItIsOver() {
        under.tell(projection, ORDER.value(), ride(ORDER).subList(0, 3));
        assertThat(queries.handle(new ListCurrentOrders(ANNA)).orders()).hasSize(1);
        assertThat(queries.handle(new FindDrivenOrder(BEN))).isPresent();
        under.tell(
                projection,
                ORDER.value(),
                3,
                new OrderCancelled(
                        ORDER,
                        ANNA,
                        CancelReason.RIDER_CHANGED_MIND,
                        by(BEN, ORDER, 1),
                        CASH,
                        fare(0),
                        eur(0),
                        null,
                        minute(2)));
        assertThat(queries.handle(new ListCurrentOrders(ANNA)).orders()).isEmpty();
        assertThat(queries.handle(new FindDrivenOrder(BEN))).isEmpty();
        assertThat(found().status()).isEqualTo(OrderStatus.RIDER_CANCELED);
    }

    @Test
    void isPagedNewestFirstWithoutLossOrRepeat() {
        for (int number = 1; number <= 5; number++)
            under.tell(projection, order(number).value(), ride(order(number)));
        List<OrderId> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            OrderPage page = queries.handle(new ListOrdersOfRider(ANNA, cursor, 2));
            page.orders().forEach(order -> seen.add(order.orderId()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).containsExactly(order(5), order(4), order(3), order(2), order(1));
        assertThat(queries.handle(new ListOrdersOfDriver(BEN, null, 10)).orders())
                .hasSize(5);
        assertThat(queries.handle(new ListOrders(OrderStatus.COMPLETED, null, 3))
                        .orders())
                .hasSize(3);
        assertThat(queries.handle(new ListOrders(null, null, 10)).orders()).hasSize(5);
        assertThat(queries.handle(new ListOrders(OrderStatus.SCHEDULED, null, 10))
                        .orders())
                .isEmpty();
    }

    @Test
    void isOpenWhileADriverIsLookedForAndNotForThoseWhoDeclined() {
        under.tell(projection, ORDER.value(), ride(ORDER).subList(0, 2));
        OfferProjection asked = new OfferProjection(offers);
        under.tell(asked, "ben", 1, shown(BEN, 1), new OfferDeclined(ShiftId.of(BEN), offer(BEN, 1), ORDER, NOON));
        under.tell(asked, "carl", 1, shown(CARL, 1));
        assertThat(open()).satisfies(order -> {
            assertThat(order.asked()).containsExactly(ShiftId.of(CARL));
            assertThat(order.notTo()).containsExactly(ShiftId.of(BEN));
        });
        under.tell(asked, "carl", 2, new OfferLapsed(ShiftId.of(CARL), offer(CARL, 1), ORDER, NOON));
        assertThat(open().notTo()).containsExactlyInAnyOrder(ShiftId.of(BEN), ShiftId.of(CARL));
        under.tell(projection, ORDER.value(), 2, searching(ORDER, 2));
        assertThat(open().notTo())
                .as("who let it lapse is asked in the next search")
                .containsExactly(ShiftId.of(BEN));
        under.tell(projection, ORDER.value(), 3, assigned(ORDER, CARL, 2));
        assertThat(queries.handle(new ListOpenOrders(Region.LOCAL)).orders()).isEmpty();
    }

    private OpenOrders.Open open() {
        return queries.handle(new ListOpenOrders(Region.LOCAL)).orders().getFirst();
    }

    private OrderView found() {
        return queries.handle(new FindOrder(ORDER)).orElseThrow();
    }

    private static OfferId offer(hansom.contract.driver.DriverId driver, int search) {
        return OfferId.of(ShiftId.of(driver), ORDER, search);
    }

    private static OfferShown shown(hansom.contract.driver.DriverId driver, int search) {
        return new OfferShown(ShiftId.of(driver), offer(driver, search), ORDER, terms(), NOON, NOON.plusSeconds(15));
    }

    private static OfferTerms terms() {
        return new OfferTerms(
                quote(ORDER).productClass(),
                quote(ORDER).waypoints(),
                Set.of(),
                quote(ORDER).route().distance(),
                quote(ORDER).route().time(),
                quote(ORDER).route().distance(),
                quote(ORDER).route().time(),
                eur(2_200),
                eur(1_760),
                true,
                null);
    }
}
