package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a rider's, a driver's or a stranger's app may send wrongly: each is told by its code, and nothing has changed. */
class BadInputTest {
    private static final RunningNode NODE = RunningNode.shared();
    private static final String THERE = "{\"lat\":43.7395,\"lng\":7.4279}";
    private static final String GOOD = "{\"lat\":43.7386,\"lng\":7.4195}";

    private static final RiderPhone ANNA = new RiderPhone(NODE, Town.number(), "Anna");
    private static final DriverPhone BEN = new DriverPhone(NODE, Town.number(), "Ben");

    /** A drop-off as an app sends it, and what the quote is refused with. */
    private enum Wrong {
        NULL("null", 400, "invalid_request"),
        EMPTY("{}", 400, "invalid_request"),
        WITHOUT_LNG("{\"lat\":43.7395}", 400, "invalid_request"),
        WORD("{\"lat\":\"north\",\"lng\":7.4279}", 400, "invalid_request"),
        NOT_A_NUMBER("{\"lat\":NaN,\"lng\":7.4279}", 400, "malformed_body"),
        QUOTED_NOT_A_NUMBER("{\"lat\":\"NaN\",\"lng\":7.4279}", 400, "invalid_request"),
        ENDLESS("{\"lat\":1e999,\"lng\":7.4279}", 400, "invalid_request"),
        BEYOND_THE_POLE("{\"lat\":90.1,\"lng\":190}", 400, "invalid_request"),
        ABSURD("{\"lat\":-100000,\"lng\":7.4279}", 400, "invalid_request"),
        SURELY_SWAPPED("{\"lat\":103.85,\"lng\":1.29}", 400, "coordinates_swapped"),
        SWAPPED_IN_TOWN("{\"lat\":7.4279,\"lng\":43.7395}", 400, "coordinates_swapped"),
        ANOTHER_CITY("{\"lat\":55.7558,\"lng\":37.6173}", 422, "outside_service_area"),
        NULL_ISLAND("{\"lat\":0,\"lng\":0}", 422, "outside_service_area"),
        PICKUP_ITSELF(GOOD, 422, "same_start_and_end");

        private final String dropOff;
        private final int status;
        private final String code;

        Wrong(String dropOff, int status, String code) {
            this.dropOff = dropOff;
            this.status = status;
            this.code = code;
        }
    }

    @Test
    void pricesNoWrongCoordinates() {
        assertAll(Stream.of(Wrong.values())
                .map(wrong -> () -> quote("{\"pickup\":%s,\"drop_off\":%s}".formatted(GOOD, wrong.dropOff))
                        .refused(wrong.status, wrong.code)));
        quote("{\"drop_off\":%s}".formatted(GOOD)).refused(400, "invalid_request");
        quote("{\"pickup\":%1$s,\"drop_off\":%2$s,\"stops\":[%2$s,%2$s,%2$s,%2$s,%2$s,%2$s]}".formatted(GOOD, THERE))
                .refused(400, "invalid_request");
        quote("{\"pickup\":%s,\"drop_off\":%s,\"pickup_at\":\"2001-01-01T00:00:00Z\"}".formatted(GOOD, THERE))
                .refused(422, "pickup_time_wrong");
        quote("{\"pickup\":%s,\"drop_off\":%s,\"stops\":[null]}".formatted(GOOD, THERE))
                .refused(400, "invalid_request");
        quote("{\"pickup\":%s,\"drop_off\":%s,\"wishes\":[null]}".formatted(GOOD, THERE))
                .refused(400, "invalid_request");
        quote("{\"pickup\":%s,\"drop_off\":%s,\"product_classes\":[\"airship\"]}".formatted(GOOD, THERE))
                .refused(400, "invalid_request");
    }

    private static Answer quote(String body) {
        return ANNA.post("/v1/quotes", body);
    }

    @Test
    void looksNowhereForWrongCoordinates() {
        assertAll(
                refused(ANNA.get("/v1/places/reverse?at=103.85,1.29"), 400, "coordinates_swapped"),
                refused(ANNA.get("/v1/places/reverse?at=north"), 400, "invalid_request"),
                refused(ANNA.get("/v1/places/reverse"), 400, "invalid_request"),
                refused(ANNA.get("/v1/places/pickup-points"), 400, "invalid_request"),
                refused(ANNA.get("/v1/places/pickup-points?at=7.4246,43.7384"), 400, "coordinates_swapped"),
                refused(ANNA.get("/v1/places/pickup-points?at=55.7558,37.6173"), 422, "outside_service_area"),
                refused(ANNA.get("/v1/drivers/near?near=91,200"), 400, "invalid_request"),
                refused(ANNA.get("/v1/drivers/near?near=103.85,1.29"), 400, "coordinates_swapped"),
                refused(ANNA.get("/v1/products?near=NaN,NaN"), 400, "invalid_request"),
                refused(ANNA.get("/v1/places/search?q=casino&limit=many"), 400, "invalid_request"),
                refused(ANNA.get("/v1/places/search?q=casino&limit=-1"), 400, "invalid_request"));
    }

    @Test
    void keepsNoPlaceAndNoPositionWithWrongCoordinates() {
        String place = "/v1/saved-places/plc_" + UUID.randomUUID();
        String before = ANNA.get("/v1/saved-places").taken().body().toString();
        assertAll(
                refused(ANNA.put(place, home(103.85, 1.29)), 400, "coordinates_swapped"),
                refused(ANNA.put(place, home(-91, 107.0)), 400, "invalid_request"),
                refused(ANNA.put(place, home(43.7, null)), 400, "invalid_request"),
                refused(ANNA.put("/v1/saved-places/home", home(43.7, 7.4)), 400, "invalid_request"),
                refused(position("103.85", "1.29", "2026-01-01T00:00:00Z"), 400, "coordinates_swapped"),
                refused(position("91", "107", "2026-01-01T00:00:00Z"), 400, "invalid_request"),
                refused(position("43.7", "7.4", "yesterday"), 400, "invalid_request"),
                refused(BEN.post("/v1/driver/positions", "{\"positions\":[]}"), 400, "invalid_request"),
                refused(BEN.post("/v1/driver/positions", "{\"positions\":[null]}"), 400, "invalid_request"));
        assertThat(ANNA.get("/v1/saved-places").taken().body().toString()).isEqualTo(before);
    }

    private static Map<String, Object> home(double lat, @Nullable Double lng) {
        Map<String, Object> home = new HashMap<>(Map.of("label", "Home", "address", "Avenue de la Costa 2"));
        home.put("lat", lat);
        home.put("lng", lng);
        return home;
    }

    private static Answer position(String lat, String lng, String at) {
        return BEN.post(
                "/v1/driver/positions",
                "{\"positions\":[{\"lat\":%s,\"lng\":%s,\"at\":\"%s\"}]}".formatted(lat, lng, at));
    }

    @Test
    void readsNoMalformedBody() {
        String order = "/v1/orders/"
                + ANNA.quote(STATION, CASINO, "economy").path("order_id").asString();
        assertAll(
                refused(ANNA.put(order, "{\"quote_token\":"), 400, "malformed_body"),
                refused(ANNA.put(order, "quote_token=1"), 400, "malformed_body"),
                refused(ANNA.put(order, "[".repeat(100_000)), 400, "malformed_body"),
                refused(ANNA.put(order, "null"), 400, "malformed_body"),
                refused(
                        ANNA.call("PUT", order, null, Map.of("Content-Type", "application/json")),
                        400,
                        "malformed_body"),
                refused(ANNA.put(order, "[]"), 400, "malformed_body"),
                refused(ANNA.put(order, "{}"), 400, "invalid_request"),
                refused(ANNA.put(order, Map.of("quote_token", 5, "payment_method", 5)), 400, "invalid_request"),
                refused(
                        ANNA.call("PUT", order, "<order/>", Map.of("Content-Type", "application/xml")),
                        415,
                        "unsupported_media_type"),
                refused(ANNA.call("DELETE", order, null, Map.of()), 405, "method_not_allowed"),
                refused(ANNA.get("/v1/orders/1%27%20OR%201=1"), 400, "invalid_request"),
                refused(ANNA.get("/v1/orders/" + "9".repeat(4_000)), 400, "invalid_request"),
                refused(ANNA.get("/v1/nowhere"), 404, "not_found"));
        ANNA.get(order).refused(404, "order_unknown");
    }

    @Test
    void readsNoBodyOfTenMegabytes() {
        String order = "/v1/orders/"
                + ANNA.quote(STATION, CASINO, "economy").path("order_id").asString();
        String large = "{\"quote_token\":\"%s\"}".formatted("a".repeat(10 << 20));
        ANNA.put(order, large).refused(413, "body_too_large");
        ANNA.post("/v1/quotes", large).refused(413, "body_too_large");
        ANNA.call("PUT", "/v1/me/avatar", "a".repeat(13 << 20), Map.of("Content-Type", "image/png"))
                .refused(413, "body_too_large");
        ANNA.get(order).refused(404, "order_unknown");
        assertThat(ANNA.get("/v1/me").taken().at("avatar").isMissingNode()).isTrue();
    }

    @Test
    void letsNoStrangerIn() {
        var quote = ANNA.quote(STATION, PORT, "comfort");
        String id = quote.path("order_id").asString();
        ANNA.orderForCash(quote, id).taken();
        String order = "/v1/orders/" + id;
        String before = ANNA.seesPromise(id).body().toString();
        Phone nobody = new Phone(NODE.url());
        RiderPhone mallory = new RiderPhone(NODE, Town.number(), "Mallory");
        String altered = altered(ANNA.token());
        Map<String, String> why = Map.of("reason", "rider_changed_mind");
        assertAll(
                refused(nobody.get(order), 401, "unauthenticated"),
                refused(nobody.post(order + "/cancel", why), 401, "unauthenticated"),
                refused(bearing("garbage", order), 401, "unauthenticated"),
                refused(bearing(altered, order), 401, "unauthenticated"),
                refused(bearing(unsigned(ANNA.token()), order), 401, "unauthenticated"),
                refused(bearing(ANNA.refreshToken(), order), 401, "unauthenticated"),
                refused(mallory.get(order), 404, "order_unknown"),
                refused(mallory.get(order + "/receipt"), 404, "order_unknown"),
                refused(mallory.get(order + "/events"), 404, "order_unknown"),
                refused(mallory.get(order + "/track"), 404, "order_unknown"),
                refused(mallory.post(order + "/cancel", why), 404, "order_unknown"),
                refused(mallory.patch(order, Map.of("payment_method", Map.of("type", "cash"))), 404, "order_unknown"),
                refused(mallory.get("/v1/driver/shift"), 403, "forbidden"),
                refused(mallory.get("/v1/ops/orders/" + id), 403, "forbidden"),
                refused(BEN.get(order), 403, "forbidden"),
                refused(BEN.get("/v1/driver/orders/" + id), 404, "order_unknown"),
                refused(BEN.post("/v1/ops/drivers/%s/approve".formatted(BEN.person()), null), 403, "forbidden"));
        assertThat(ANNA.get(order).taken().body().toString()).isEqualTo(before);
        ANNA.post(order + "/cancel", why).taken();
        ANNA.seesOrder(id, "rider_canceled");
        ANNA.post(order + "/cancel", why).taken();
    }

    private static Answer bearing(String token, String path) {
        return new Phone(NODE.url()).call("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }

    /** Another person in the claims, under the old signature. */
    private static String altered(String token) {
        String[] parts = token.split("\\.");
        char[] claims = parts[1].toCharArray();
        claims[claims.length / 2] = claims[claims.length / 2] == 'A' ? 'B' : 'A';
        return String.join(".", parts[0], new String(claims), parts[2]);
    }

    /** A token that says of itself that it needs no signature. */
    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    @Test
    void takesAKeyForOneRequestOnly() {
        Map<String, String> card = Map.of("provider_token", "tok_visa", "brand", "visa", "last_four", "4242");
        Map<String, String> other = Map.of("provider_token", "tok_visa", "brand", "visa", "last_four", "1111");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = ANNA.call("POST", "/v1/payment-methods", card, key).taken();
        ANNA.get("/v1/payment-methods?min_version=" + first.at("version").asLong())
                .taken();
        List<String> before = cards();
        assertThat(ANNA.call("POST", "/v1/payment-methods", card, key).taken().body())
                .isEqualTo(first.body());
        ANNA.call("POST", "/v1/payment-methods", other, key).refused(422, "idempotency_key_reused");
        ANNA.call("POST", "/v1/payment-methods", other, Map.of()).refused(400, "idempotency_key_missing");
        ANNA.call("POST", "/v1/payment-methods", other, Map.of("Idempotency-Key", "k".repeat(300)))
                .refused(400, "idempotency_key_missing");
        assertThat(cards()).isEqualTo(before).containsOnlyOnce(first.text("card_id"));
    }

    private static List<String> cards() {
        return ANNA.get("/v1/payment-methods")
                .taken()
                .at("methods")
                .valueStream()
                .map(method -> method.path("card_id").asString(""))
                .toList();
    }

    private static Executable refused(Answer answer, int status, String code) {
        return () -> answer.refused(status, code);
    }
}
