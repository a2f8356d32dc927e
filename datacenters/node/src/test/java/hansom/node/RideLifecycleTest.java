package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The whole story of a ride, told through the public API of a real node: Anna rides, Ben drives, Olga is in the office. Read this first.
 */
class RideLifecycleTest {
    private final RunningNode node = RunningNode.shared();

    @Test
    void annaRidesWithBenAndBothAreBetterOff() {
        // Ben hands in his papers; Olga looks at each and lets him drive.
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben");
        long handedIn = ben.handsInEverything();
        ben.post("/v1/driver/shift", Map.of("vehicle_id", ben.vehicle())).refused(403, "driver_not_approved");
        OfficeDesk olga = OfficeDesk.of(node);
        String application = "/v1/ops/drivers/" + ben.person();
        olga.get(application + "?min_version=" + handedIn).taken();
        for (String paper : List.of("licence", "passport"))
            olga.post(application + "/papers/%s/approve".formatted(paper), Map.of())
                    .taken();
        for (String paper : List.of("vehicle_registration", "insurance"))
            olga.post(application + "/papers/%s/approve".formatted(paper), Map.of("vehicle_id", ben.vehicle()))
                    .taken();
        olga.post(application + "/approve", null).taken();
        ben.goesOnShift(STATION);

        // Anna finds the casino, sees cars near by, and asks what it costs: each item is listed, and the price holds.
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        String card = anna.addCard("tok_visa");
        assertThat(anna.get("/v1/places/suggest?q=casi&near=43.739,7.425")
                        .taken()
                        .at("places")
                        .size())
                .as("places that begin like what was typed")
                .isPositive();
        anna.until(
                "/v1/drivers/near?near=43.7386,7.4195", cars -> !cars.at("cars").isEmpty());
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        long promised = amount(quote.path("fare").path("total"));
        assertThat(quote.path("fare")
                        .path("items")
                        .valueStream()
                        .mapToLong(item -> amount(item.path("amount")))
                        .sum())
                .isEqualTo(promised);

        // She orders. Told twice by a bad network, it is one order.
        String order = orderId(quote);
        anna.order(quote, order, card).taken();
        anna.order(quote, order, card).taken();

        // Ben is shown the order with a countdown and takes it; Anna sees who comes in which car.
        String offer = ben.seesOffer(order, STATION);
        ben.accepts(offer).taken();
        Answer accepted = anna.seesOrder(order, "accepted");
        JsonNode driver = accepted.at("driver").path("person");
        assertThat(driver.path("name").asString()).isEqualTo("Ben");
        assertThat(driver.path("vehicle").path("plate").asString()).isEqualTo("AB 123");

        // He arrives; she tells him four digits that only she knows; they drive.
        ben.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        ben.arrives(order).taken();
        String code = anna.seesOrder(order, "arrived").text("boarding_code");
        assertThat(ben.get("/v1/driver/orders/" + order).at("boarding_code").isMissingNode())
                .as("the driver does not see the code")
                .isTrue();
        ben.completes(order).refused(409, "order_not_started");
        ben.starts(order, code.equals("0000") ? "0001" : "0000").refused(422, "boarding_code_wrong");
        ben.starts(order, code).taken();
        for (double share = 0; share <= 1; share += 0.25) ben.isAt(STATION.towards(CASINO, share));
        ben.completes(order).taken();

        // The fare is final, the card is charged, and the book says for whom.
        Answer completed = anna.seesOrder(order, "completed");
        Answer receipt = anna.seesReceipt(order, "captured");
        long fare = amount(completed.at("fare").path("total"));
        assertThat(fare).isPositive().isLessThanOrEqualTo(amount(quote.path("most")));
        assertThat(amount(receipt.at("payment").path("captured"))).isEqualTo(fare);
        assertThat(receipt.at("entries")).isNotEmpty();
        ben.until("/v1/driver/balance", balance -> !balance.at("owed").isEmpty());
        long owed = amount(ben.get("/v1/driver/balance").at("owed").path(0));
        assertThat(owed).isPositive().isLessThan(fare);

        // Both say how it was; neither sees the other's opinion first.
        anna.post("/v1/orders/%s/rating".formatted(order), Map.of("stars", 5, "tags", List.of("polite")))
                .taken();
        assertThat(ben.get("/v1/driver/orders/%s/rating".formatted(order))
                        .at("of_driver")
                        .isMissingNode())
                .isTrue();
        ben.post("/v1/driver/orders/%s/rating".formatted(order), Map.of("stars", 4))
                .taken();
        ben.until(
                "/v1/driver/orders/%s/rating".formatted(order),
                rating -> rating.at("revealed").asBoolean(false));

        // Ben goes home. Next day the bank has what is his.
        ben.goesHome();
        Instant now = Instant.parse(anna.get("/v1").text("now"));
        olga.post(
                        "/v1/sandbox/clock",
                        Map.of("to", now.plus(Duration.ofHours(30)).toString()))
                .taken();
        Answer payouts = ben.until(
                "/v1/driver/payouts",
                answer -> answer.at("items").path(0).path("status").asString("").equals("paid"));
        assertThat(amount(payouts.at("items").path(0).path("amount"))).isEqualTo(owed);

        // Years later anybody may ask how it was, as of any instant; and the book proves itself.
        Answer story = olga.get("/v1/ops/audit/orders/" + order).taken();
        assertThat(story.at("events")
                        .valueStream()
                        .map(event -> event.path("type").asString()))
                .containsSubsequence(
                        "order_placed",
                        "offer_shown",
                        "offer_accepted",
                        "driver_assigned",
                        "driver_arrived",
                        "trip_started",
                        "trip_ended",
                        "order_completed",
                        "payment_captured");
        assertThat(olga.get("/v1/ops/ledger/proof").taken().at("holds").asBoolean())
                .isTrue();
        assertThat(anna.get("/v1/history")
                        .taken()
                        .at("items")
                        .path(0)
                        .path("order_id")
                        .asString())
                .isEqualTo(order);
    }

    @Test
    void whoLosesHisDriverKeepsHisOrder() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(CASINO);
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        JsonNode quote = anna.quote(CASINO, STATION, "comfort");
        String order = orderId(quote);
        anna.orderForCash(quote, order).taken();
        ben.accepts(ben.seesOffer(order, CASINO)).taken();
        anna.seesOrder(order, "accepted");
        ben.post("/v1/driver/orders/%s/cancel".formatted(order), Map.of("reason", "car_trouble"))
                .taken();
        DriverPhone dora =
                new DriverPhone(node, Town.number(), "Dora").approved().goesOnShift(CASINO);
        dora.accepts(dora.seesOffer(order, CASINO)).taken();
        Answer again = anna.seesOrder(order, "accepted");
        assertThat(again.at("driver").path("person").path("name").asString()).isEqualTo("Dora");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
        anna.seesOrder(order, "rider_canceled");
        dora.goesHome();
        ben.goesHome();
    }

    private static String orderId(JsonNode quote) {
        String token = quote.path("quote_token").asString();
        assertThat(token).isNotEmpty();
        return quote.path("order_id").asString();
    }

    private static long amount(JsonNode money) {
        return money.path("amount_minor").asLong();
    }
}
