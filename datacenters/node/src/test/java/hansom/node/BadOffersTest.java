package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Offers answered twice, late, or by the wrong driver, and steps of a ride out of their order: each is told so, and nothing has changed. */
class BadOffersTest {
    private final RunningNode node = RunningNode.shared();
    private final DriverPhone ben = new DriverPhone(node, Town.number(), "Ben");
    private final RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
    private String order = "";

    @BeforeEach
    void annaOrders() {
        ben.approved().goesOnShift(STATION);
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
    }

    @AfterEach
    void annaAndBenGoHome() {
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of());
        ben.until(
                "/v1/driver/shift",
                shift -> !shift.text("state").equals("on_order")
                        && shift.at("order_id").isMissingNode());
        ben.goesHome();
    }

    @Test
    void annaCancelsAndTheOfferIsGone() {
        String offer = ben.seesOffer(order, STATION);
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
        ben.until("/v1/driver/offers", offers -> offers.at("items").isEmpty());
        ben.accepts(offer).refused(409, "offer_withdrawn");
        ben.accepts("off_1").refused(400, "invalid_request");
        anna.seesOrder(order, "rider_canceled");
    }

    @Test
    void benThinksTooLong() {
        String offer = ben.seesOffer(order, STATION);
        Instant late = Instant.parse(ben.get("/v1/driver/offers")
                        .at("items")
                        .path(0)
                        .path("expires_at")
                        .asString())
                .plusSeconds(1);
        ben.post("/v1/sandbox/clock", Map.of("to", late.toString())).taken();
        ben.accepts(offer).refused(409, "offer_expired");
        assertThat(anna.get("/v1/orders/" + order).taken().at("driver").isMissingNode())
                .isTrue();
    }

    @Test
    void benCannotTakeWhatHeDeclined() {
        String offer = ben.seesOffer(order, STATION);
        ben.declines(offer).taken();
        ben.declines(offer).taken();
        ben.accepts(offer).refused(409, "offer_already_declined");
        assertThat(anna.get("/v1/orders/" + order).taken().at("driver").isMissingNode())
                .isTrue();
    }

    @Test
    void oneOfferIsTakenOnceAndByWhomItWasShown() {
        String offer = ben.seesOffer(order, STATION);
        DriverPhone dora = new DriverPhone(node, Town.number(), "Dora");
        dora.accepts(offer).refused(404, "offer_unknown");
        dora.declines(offer).refused(404, "offer_unknown");
        anna.post("/v1/driver/offers/%s/accept".formatted(offer), null).refused(403, "forbidden");
        new Phone(node.url())
                .post("/v1/driver/offers/%s/accept".formatted(offer), null)
                .refused(401, "unauthenticated");
        Answer first = ben.accepts(offer).taken();
        Answer again = ben.accepts(offer).taken();
        assertThat(again.at("version")).as("nothing was added").isEqualTo(first.at("version"));
        ben.declines(offer).refused(409, "shift_busy");
        assertThat(anna.seesOrder(order, "accepted")
                        .at("driver")
                        .path("person")
                        .path("name")
                        .asString())
                .isEqualTo("Ben");
        ben.delete("/v1/driver/shift").refused(409, "shift_busy");
        ben.post("/v1/driver/shift", Map.of("vehicle_id", "veh_" + UUID.randomUUID()))
                .refused(422, "vehicle_unknown");
    }

    @Test
    void aRideGoesStepByStep() {
        ben.accepts(ben.seesOffer(order, STATION)).taken();
        anna.seesOrder(order, "accepted");
        ben.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        DriverPhone dora = new DriverPhone(node, Town.number(), "Dora");
        String steps = "/v1/driver/orders/" + order;
        String rating = "/v1/orders/%s/rating".formatted(order);
        Map<String, Object> noShow = Map.of("reason", "rider_unreachable", "no_show", true);
        unchanged(
                refused(ben.completes(order), 409, "order_not_started"),
                refused(ben.post(steps + "/stop", Map.of("stop", 1)), 409, "order_not_started"),
                refused(ben.post(steps + "/stop", Map.of("stop", 0)), 400, "invalid_request"),
                refused(ben.starts(order, "12345"), 400, "invalid_request"),
                refused(ben.post(steps + "/start", Map.of()), 400, "invalid_request"),
                refused(ben.post(steps + "/cancel", noShow), 409, "not_at_pickup"),
                refused(ben.post(steps + "/cancel", Map.of("reason", "tired")), 400, "invalid_request"),
                refused(ben.arrives("ord_1"), 400, "invalid_request"),
                refused(dora.arrives(order), 403, "not_your_order"),
                refused(dora.starts(order, "1234"), 403, "not_your_order"),
                refused(dora.completes(order), 403, "not_your_order"),
                refused(dora.post(steps + "/cancel", Map.of("reason", "personal")), 403, "not_your_order"),
                refused(dora.get(steps), 404, "order_unknown"),
                refused(anna.post(rating, Map.of("stars", 5)), 409, "rating_not_open"),
                refused(anna.post(rating, Map.of("stars", 6)), 400, "invalid_request"));
        ben.arrives(order).taken();
        String code = anna.seesOrder(order, "arrived").text("boarding_code");
        unchanged(
                refused(ben.completes(order), 409, "order_not_started"),
                refused(ben.starts(order, code.equals("0000") ? "0001" : "0000"), 422, "boarding_code_wrong"),
                refused(ben.post(steps + "/cancel", noShow), 409, "too_early_for_no_show"));
        ben.starts(order, code).taken();
        anna.seesOrder(order, "in_progress");
        unchanged(
                refused(anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()), 409, "order_already_started"),
                refused(ben.post(steps + "/cancel", Map.of("reason", "personal")), 409, "order_already_started"),
                refused(ben.post(steps + "/stop", Map.of("stop", 1)), 409, "stop_out_of_order"),
                refused(dora.completes(order), 403, "not_your_order"));
        ben.isAt(CASINO);
        ben.completes(order).taken();
        ben.completes(order).taken();
        String fare = anna.seesOrder(order, "completed").at("fare").toString();
        assertAll(
                refused(anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()), 409, "order_finished"),
                refused(ben.post(steps + "/cancel", Map.of("reason", "personal")), 409, "order_finished"),
                refused(anna.post(rating, "{\"stars\":\"five\"}"), 400, "invalid_request"),
                refused(dora.post(steps + "/rating", Map.of("stars", 1, "tags", List.of())), 404, "not_found"));
        assertThat(anna.get("/v1/orders/" + order).at("fare").toString()).isEqualTo(fare);
        anna.post(rating, Map.of("stars", 5)).taken();
        anna.post(rating, Map.of("stars", 1)).refused(409, "rating_already_given");
    }

    /** All of them are refused, and Anna's order is what it was. */
    private void unchanged(Executable... refusals) {
        String before = state();
        assertAll(refusals);
        assertThat(state()).isEqualTo(before);
    }

    private String state() {
        Answer seen = anna.get("/v1/orders/" + order).taken();
        return seen.text("status") + " " + seen.at("version") + " " + seen.at("driver");
    }

    private static Executable refused(Answer answer, int status, String code) {
        return () -> answer.refused(status, code);
    }
}
