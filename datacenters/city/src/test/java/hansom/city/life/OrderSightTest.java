package hansom.city.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.phone.Json;
import org.junit.jupiter.api.Test;

class OrderSightTest {
    private final OrderSight sight = new OrderSight();

    private static ObjectNode order(long version, String status) {
        return Json.object().put("order_id", "ord_1").put("version", version).put("status", status);
    }

    private static ObjectNode completed(long version, long total, long item, long most) {
        ObjectNode order = order(version, "completed");
        ObjectNode fare = order.putObject("fare");
        fare.set("total", Json.money(total, "EUR"));
        fare.putArray("items").addObject().set("amount", Json.money(item, "EUR"));
        order.set("most", Json.money(most, "EUR"));
        return order;
    }

    @Test
    void followsAnOrdinaryRide() {
        long version = 1;
        for (String status : new String[] {"processing", "accepted", "arrived", "in_progress"})
            assertThat(sight.told(order(version++, status))).isEmpty();
        assertThat(sight.told(completed(version, 575, 575, 700))).isEmpty();
        assertThat(sight.over()).isTrue();
        assertThat(sight.completed()).isTrue();
    }

    @Test
    void knowsThatADriverMayBeLost() {
        sight.told(order(1, "processing"));
        sight.told(order(2, "accepted"));
        assertThat(sight.told(order(4, "processing"))).isEmpty();
    }

    @Test
    void ignoresWhatIsOlder() {
        sight.told(order(5, "arrived"));
        assertThat(sight.told(order(3, "accepted"))).isEmpty();
        assertThat(sight.status()).isEqualTo("arrived");
    }

    @Test
    void complainsWhenAnEndedOrderGoesOn() {
        sight.told(order(3, "rider_canceled"));
        assertThat(sight.told(order(4, "accepted"))).contains("accepted after rider_canceled");
    }

    @Test
    void complainsWhenATripGoesBack() {
        sight.told(order(3, "in_progress"));
        assertThat(sight.told(order(4, "accepted"))).contains("accepted after in_progress");
    }

    @Test
    void complainsOfTwoTruthsInOneVersion() {
        sight.told(order(3, "accepted"));
        assertThat(sight.told(order(3, "arrived"))).contains("accepted and arrived in one version");
    }

    @Test
    void complainsOfAFareAboveThePromiseOrOneThatDoesNotAddUp() {
        assertThat(sight.told(completed(9, 800, 800, 700))).isPresent();
        assertThat(new OrderSight().told(completed(9, 600, 575, 700))).isPresent();
    }
}
