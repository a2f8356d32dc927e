package hansom.query.city;

import static hansom.query.testing.RideStory.BEN;
import static hansom.query.testing.RideStory.NOON;
import static hansom.query.testing.RideStory.ORDER;
import static hansom.query.testing.RideStory.assigned;
import static hansom.query.testing.RideStory.minute;
import static hansom.query.testing.RideStory.order;
import static hansom.query.testing.RideStory.placed;
import static hansom.query.testing.RideStory.ride;
import static hansom.query.testing.RideStory.searching;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.city.City;
import hansom.contract.city.CityQuery.SeeCity;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class CityBoardTest {
    private Instant now = NOON;
    private final CityBoard board = new CityBoard(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            },
            new Lag(null, null) {
                @Override
                synchronized Reading read() {
                    return new Reading(3, Duration.ofSeconds(2));
                }
            });

    private void tell(OrderEvent... events) {
        for (OrderEvent event : events) board.on(new GenericEventMessage<>("e", event, Map.of(), now));
    }

    private City see() {
        return board.handle(new SeeCity());
    }

    @Test
    void showsAnOrderFromItsWishToItsFarewell() {
        List<OrderStatus> seen = new java.util.ArrayList<>();
        for (OrderEvent event : ride(ORDER)) {
            tell(event);
            seen.add(see().orders().getFirst().status());
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
        assertThat(see().orders().getFirst().driverId()).isEqualTo(BEN);
        now = minute(27).plusSeconds(16);
        assertThat(see().orders()).isEmpty();
    }

    @Test
    void countsWhoWaitsAndForHowLong() {
        tell(placed(ORDER), searching(ORDER, 1), placed(order(2)), searching(order(2), 1));
        assertThat(see().figures().waitingNow()).isEqualTo(2);
        assertThat(see().figures().ordersLastMinute()).isEqualTo(2);
        assertThat(see().figures().medianWait()).isNull();
        now = minute(1);
        tell(assigned(ORDER, BEN, 1));
        City.Figures figures = see().figures();
        assertThat(figures.waitingNow()).isEqualTo(1);
        assertThat(figures.underWay()).isEqualTo(1);
        assertThat(figures.medianWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(figures.viewsBehindEvents()).isEqualTo(3);
    }

    @Test
    void knowsNothingOfAnOrderWhoseBeginningItDidNotHear() {
        tell(assigned(ORDER, BEN, 1));
        assertThat(see().orders()).isEmpty();
    }
}
