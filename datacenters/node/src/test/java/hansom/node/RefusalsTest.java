package hansom.node;

import static hansom.node.Town.BEACH;
import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is wrong, late, foreign or absurd is refused with a code of its own, and nothing changes. */
class RefusalsTest {
    private final RunningNode node = RunningNode.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pickup\":{\"lat\":191,\"lng\":7.42},\"drop_off\":{\"lat\":43.74,\"lng\":7.43}} | invalid_request | pickup/lat",
                "{\"pickup\":{\"lng\":7.42},\"drop_off\":{\"lat\":43.74,\"lng\":7.43}} | invalid_request | pickup/lat",
                "{\"pickup\":{\"lat\":\"north\",\"lng\":7.42},\"drop_off\":{\"lat\":43.74,\"lng\":7.43}} | invalid_request | pickup/lat",
                "{\"pickup\":{\"lat\":7.4279,\"lng\":43.7395},\"drop_off\":{\"lat\":7.4195,\"lng\":43.7386}} | coordinates_swapped | ",
                "{\"drop_off\":{\"lat\":43.74,\"lng\":7.43}} | invalid_request | pickup",
                "{\"pickup\": | malformed_body | ",
                "[1,2,3] | malformed_body | "
            })
    void aPlaceThatIsNoneIsNamed(String body, String code, String pointer) {
        RiderPhone anna = anna();
        Answer answer = anna.call("POST", "/v1/quotes", body, Map.of());
        assertThat(answer.status()).as("%s", answer.body()).isBetween(400, 422);
        assertThat(answer.text("code")).as("%s", answer.body()).isEqualTo(code);
        if (pointer != null) assertThat(answer.at("errors").toString()).contains(pointer);
    }

    @Test
    void aPointFarFromTheMapOrOneAndTheSameIsRefused() {
        RiderPhone anna = anna();
        Answer moscow = anna.post(
                "/v1/quotes",
                Map.of("pickup", new Town.Spot(55.75, 37.61, "far"), "drop_off", new Town.Spot(55.76, 37.62, "away")));
        moscow.refused(422, "outside_service_area");
        anna.post("/v1/quotes", Map.of("pickup", CASINO, "drop_off", CASINO)).refused(422, "same_start_and_end");
    }

    @Test
    void aQuoteThatIsAlteredForeignOrForAnotherOrderPlacesNothing() {
        RiderPhone anna = anna();
        RiderPhone eve = new RiderPhone(node, Town.number(), "Eve");
        JsonNode quote = anna.quote(CASINO, PORT, "economy");
        String order = quote.path("order_id").asString();
        eve.orderForCash(quote, order).refused(403, "quote_not_yours");
        JsonNode other = anna.quote(CASINO, BEACH, "economy");
        anna.orderForCash(other, order).refused(409, "quote_for_other_order");
        String token = quote.path("quote_token").asString();
        int middle = token.length() / 2;
        char turned = token.charAt(middle) == 'A' ? 'B' : 'A';
        Answer altered = anna.put(
                "/v1/orders/" + order,
                Map.of(
                        "quote_token",
                        token.substring(0, middle) + turned + token.substring(middle + 1),
                        "payment_method",
                        Map.of("type", "cash")));
        altered.refused(422, "quote_altered");
        anna.get("/v1/orders/" + order).refused(404, "order_unknown");
    }

    @Test
    void theSameOrderWithAnotherBodyIsRefusedAndTheSameBodyIsTheSameOrder() {
        RiderPhone anna = anna();
        String card = anna.addCard("tok_visa");
        JsonNode quote = anna.quote(CASINO, PORT, "business");
        String order = quote.path("order_id").asString();
        long version = anna.orderForCash(quote, order).taken().at("version").asLong();
        anna.order(quote, order, card).refused(409, "order_exists_with_other_body");
        anna.orderForCash(quote, order).taken();
        assertThat(anna.get("/v1/orders/%s?min_version=%d".formatted(order, version))
                        .taken()
                        .at("payment_method")
                        .path("type")
                        .asString())
                .isEqualTo("cash");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
        assertThat(anna.seesOrder(order, "rider_canceled")
                        .at("fare")
                        .path("total")
                        .path("amount_minor")
                        .asLong())
                .as("free, for nobody was on the way")
                .isZero();
    }

    @Test
    void aKeyIsForOneBody() {
        RiderPhone anna = anna();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> visa = Map.of("provider_token", "tok_visa", "brand", "visa", "last_four", "4242");
        Answer first = anna.call("POST", "/v1/payment-methods", visa, key).taken();
        assertThat(anna.call("POST", "/v1/payment-methods", visa, key).taken().text("card_id"))
                .isEqualTo(first.text("card_id"));
        anna.call(
                        "POST",
                        "/v1/payment-methods",
                        Map.of("provider_token", "tok_other", "brand", "visa", "last_four", "1111"),
                        key)
                .refused(422, "idempotency_key_reused");
        anna.call("POST", "/v1/payment-methods", visa, Map.of()).refused(400, "idempotency_key_missing");
        long version = first.at("version").asLong();
        assertThat(anna.get("/v1/payment-methods?min_version=" + version)
                        .taken()
                        .at("methods")
                        .valueStream()
                        .filter(method -> method.path("type").asString().equals("card")))
                .hasSize(1);
    }

    @Test
    void aTokenOpensOnlyWhatIsItsOwn() {
        RiderPhone anna = anna();
        RiderPhone eve = new RiderPhone(node, Town.number(), "Eve");
        JsonNode quote = anna.quote(CASINO, PORT, "van");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        anna.seesOrder(order, "processing");
        eve.get("/v1/orders/" + order).refused(404, "order_unknown");
        eve.get("/v1/orders/%s/events".formatted(order)).refused(404, "order_unknown");
        eve.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .refused(404, "order_unknown");
        eve.get("/v1/driver/shift").refused(403, "forbidden");
        eve.get("/v1/ops/orders").refused(403, "forbidden");
        Phone nobody = new Phone(node.url());
        nobody.get("/v1/orders/" + order).refused(401, "unauthenticated");
        nobody.call("GET", "/v1/orders/" + order, null, Map.of("Authorization", "Bearer " + forged(eve.token())))
                .refused(401, "unauthenticated");
        assertThat(anna.get("/v1/orders/" + order).taken().text("status")).isEqualTo("processing");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
    }

    private static String forged(String token) {
        String[] parts = token.split("\\.");
        char first = parts[2].charAt(0);
        return parts[0] + "." + parts[1] + "." + (first == 'A' ? 'B' : 'A') + parts[2].substring(1);
    }

    @Test
    void whatIsTooLargeOrNoJsonIsNotRead() {
        RiderPhone anna = anna();
        anna.call("POST", "/v1/quotes", "{\"pickup\":\"" + "x".repeat(10_000_000) + "\"}", Map.of())
                .refused(413, "body_too_large");
        anna.call("POST", "/v1/quotes", "pickup=here", Map.of("Content-Type", "text/plain"))
                .refused(415, "unsupported_media_type");
        anna.call("PUT", "/v1/quotes", "{}", Map.of()).refused(405, "method_not_allowed");
        anna.get("/v1/nothing").refused(404, "not_found");
        anna.get("/v1/orders/not-an-id").refused(400, "invalid_request");
        assertThat(anna.get("/v1/history").taken().at("items")).isEmpty();
    }

    @Test
    void anOfferIsTakenOnceInTimeAndByWhomItWasShown() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(BEACH);
        DriverPhone dora = new DriverPhone(node, Town.number(), "Dora").approved();
        RiderPhone anna = anna();
        JsonNode quote = anna.quote(BEACH, PORT, "comfort");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        String offer = ben.seesOffer(order, BEACH);
        dora.accepts(offer).refused(404, "offer_unknown");
        ben.accepts(offer).taken();
        ben.accepts(offer).taken();
        ben.declines(offer).refused(409, "shift_busy");
        anna.seesOrder(order, "accepted");
        dora.arrives(order).refused(403, "not_your_order");
        ben.completes(order).refused(409, "order_not_started");
        ben.delete("/v1/driver/shift").refused(409, "shift_busy");
        ben.post("/v1/driver/orders/%s/cancel".formatted(order), Map.of("reason", "personal", "no_show", true))
                .refused(409, "not_at_pickup");
        assertThat(anna.get("/v1/orders/" + order).taken().text("status")).isEqualTo("accepted");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
        ben.until("/v1/driver/shift", shift -> shift.text("state").equals("free"));
        ben.accepts(offer).refused(409, "offer_withdrawn");
        ben.goesHome();
    }

    @Test
    void everyCodeIsExplained() {
        JsonNode problems = new Phone(node.url()).get("/v1/problems").taken().at("problems");
        assertThat(problems.size()).isGreaterThan(60);
        problems.valueStream()
                .forEach(problem -> assertThat(List.of(
                                problem.path("code").asString(""),
                                problem.path("meaning").asString(""),
                                problem.path("advice").asString("")))
                        .doesNotContain(""));
    }

    private RiderPhone anna() {
        return new RiderPhone(node, Town.number(), "Anna");
    }
}
