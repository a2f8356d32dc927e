package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What is seen of a ride from outside: each number moves by what happened, and by no more. */
@TestMethodOrder(OrderAnnotation.class)
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningNode node = RunningNode.shared();
    private final Numbers numbers = new Numbers(node.url());

    @Test
    @Order(1)
    void countsOneRideByWhatHappened() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved();
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        String card = anna.addCard("tok_visa");
        var before = numbers.read();
        ben.goesOnShift(STATION);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(numbers.read().value("hansom_drivers", "doing", "free"))
                        .isGreaterThanOrEqualTo(1));

        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.order(quote, order, card).taken();
        ben.accepts(ben.seesOffer(order, STATION)).taken();
        anna.seesOrder(order, "accepted");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(numbers.read().value("hansom_orders_open", "status", "accepted"))
                        .isEqualTo(before.value("hansom_orders_open", "status", "accepted") + 1));
        ben.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        ben.arrives(order).taken();
        String code = anna.seesOrder(order, "arrived").text("boarding_code");
        ben.starts(order, code.equals("0000") ? "0001" : "0000").refused(422, "boarding_code_wrong");
        ben.starts(order, code).taken();
        ben.isAt(CASINO);
        ben.completes(order).taken();
        long fare = anna.seesReceipt(order, "captured")
                .at("payment")
                .path("captured")
                .path("amount_minor")
                .asLong();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var after = numbers.read();
            for (String command : new String[] {"PlaceOrder", "AcceptOffer", "StartTrip", "CompleteOrder"})
                assertThat(after.since(before, "hansom_commands_seconds_count", "name", command, "outcome", "done"))
                        .as(command)
                        .isEqualTo(1);
            assertThat(after.since(before, "hansom_refusals_total", "name", "StartTrip", "code", "boarding_code_wrong"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_http_refusals_total", "code", "boarding_code_wrong"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_events_total", "name", "OrderPlaced"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_orders_ended_total", "how", "completed"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_queries_seconds_count", "name", "QuoteRide"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_matching_offer_wait_seconds_count"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_money_minor_units_total", "flow", "captured", "currency", "EUR"))
                    .isEqualTo(fare);
            assertThat(after.since(before, "hansom_provider_seconds_count", "operation", "capture"))
                    .isEqualTo(1);
            assertThat(after.since(before, "hansom_positions_received_total")).isGreaterThanOrEqualTo(2);
            assertThat(after.since(before, "hansom_positions_visible_seconds_count"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(after.since(before, "hansom_feeds_told_total")).isGreaterThan(5);
            assertThat(after.since(
                            before, "http_server_requests_seconds_count", "uri", "/v1/orders/{id}", "method", "PUT"))
                    .isEqualTo(1);
        });
        ben.goesHome();
    }

    @Test
    void servesEveryNumberThatIsAskedForAndDescribesEveryOneOfOurs() {
        var boards = new Boards();
        assertThat(boards.asked()).hasSizeGreaterThan(60);
        assertThat(boards.askedButNotRecorded()).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var served = numbers.read().names();
            assertThat(served).containsAll(boards.asked());
            assertThat(served.stream().filter(name -> name.startsWith("hansom_")))
                    .containsExactlyInAnyOrderElementsOf(boards.described());
        });
    }

    @Test
    void namesNobody() {
        assertThat(numbers.read().series())
                .allSatisfy(series -> assertThat(series.labels().values())
                        .noneMatch(label -> label.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*|.*\\+\\d{8,}.*")));
    }

    @Test
    void tellsHowFarAStoppedProcessorIsBehind() {
        EventProcessor ratings = node.part(EventProcessingConfiguration.class)
                .eventProcessor("query.rating")
                .orElseThrow();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                numbers.read().value("hansom_processor_lag_events", "processor", "query.rating"))
                        .isZero());
        ratings.shutDown();
        try {
            new RiderPhone(node, Town.number(), "Rita");
            await().atMost(PATIENCE).untilAsserted(() -> {
                var now = numbers.read();
                assertThat(now.value("hansom_processor_running", "processor", "query.rating"))
                        .isZero();
                assertThat(now.value("hansom_processor_lag_events", "processor", "query.rating"))
                        .isPositive();
                assertThat(now.value("hansom_processor_lag_seconds", "processor", "query.rating"))
                        .isGreaterThan(1);
                assertThat(now.value("hansom_processor_lag_seconds", "processor", "query.rider"))
                        .isZero();
            });
            assertThat(health("processors")).isEqualTo("DOWN");
        } finally {
            ratings.start();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                numbers.read().value("hansom_processor_lag_events", "processor", "query.rating"))
                        .isZero());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health("processors")).isEqualTo("UP"));
    }

    @Test
    void knowsWhoIsConnectedAndWhatIsSaid() {
        var before = numbers.read();
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        assertThat(numbers.read().since(before, "hansom_signins_total", "grant", "phone_code", "outcome", "granted"))
                .isEqualTo(1);
        try (Socket socket = Socket.open(node)) {
            socket.say(Map.of("type", "hello", "token", anna.token()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(numbers.read()
                                    .since(before, "hansom_sockets_open", "role", "rider", "over", "socket"))
                            .isEqualTo(1));
            assertThat(numbers.read().since(before, "hansom_frames_in_total", "type", "hello"))
                    .isEqualTo(1);
            assertThat(numbers.read().since(before, "hansom_frames_out_total", "type", "welcome"))
                    .isEqualTo(1);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                numbers.read().since(before, "hansom_sockets_open", "role", "rider", "over", "socket"))
                        .isZero());
    }

    @Test
    void provesTheLedgerByItself() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(numbers.read().value("hansom_ledger_proof_holds"))
                        .isEqualTo(1));
    }

    @Test
    void showsItsNumbersToThisMachineOnly() {
        assertThat(numbers.status(Map.of())).isEqualTo(200);
        assertThat(numbers.status(Map.of("X-Forwarded-For", "203.0.113.7"))).isEqualTo(403);
        assertThat(numbers.status(Map.of("Authorization", "Bearer guessed-by-a-stranger")))
                .isEqualTo(403);
    }

    private String health(String part) {
        return new Phone(node.url())
                .get("/actuator/health/readiness")
                .at("components")
                .path(part)
                .path("status")
                .asString();
    }
}
