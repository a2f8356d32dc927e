package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotes that are old, altered, or somebody else's, and orders placed twice: no order comes of them, and none is changed. */
class BadQuotesTest {
    private static final String BEGINNING = "1.";

    private final RunningNode node = RunningNode.shared();
    private final RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");

    @Test
    void ordersNothingAtAnAlteredPrice() {
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        String token = quote.path("quote_token").asString();
        String cheaper = packed(unpacked(token).replaceAll("\"(amount_?[mM]inor|minor|amount)\":\\d+", "\"$1\":1"));
        assertThat(unpacked(cheaper)).as("something was altered").isNotEqualTo(unpacked(token));
        order(anna, order, cheaper).refused(422, "quote_altered");
        order(anna, order, token.substring(0, token.length() / 2)).refused(422, "quote_altered");
        order(anna, order, "free of charge").refused(422, "quote_altered");
        order(anna, order, BEGINNING + "free").refused(422, "quote_altered");
        order(anna, order, packed("{}")).refused(422, "quote_altered");
        order(anna, order, packed("[1,2")).refused(422, "quote_altered");
        order(anna, order, "").refused(400, "invalid_request");
        hasNot(anna, order);
    }

    @Test
    void ordersNothingByAnExpiredQuote() {
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        Instant late = Instant.parse(quote.path("valid_until").asString()).plusSeconds(1);
        anna.post("/v1/sandbox/clock", Map.of("to", late.toString())).taken();
        anna.orderForCash(quote, order).refused(409, "quote_expired");
        hasNot(anna, order);
        anna.post("/v1/sandbox/clock", Map.of("to", "2001-01-01T00:00:00Z")).refused(409, "clock_not_movable");
        anna.post("/v1/sandbox/clock", Map.of("to", "9999-01-01T00:00:00Z")).refused(400, "invalid_request");
        assertThat(Instant.parse(anna.get("/v1/sandbox/clock").taken().text("now")))
                .isBetween(late, late.plusSeconds(600));
    }

    @Test
    void ordersNothingBySomebodyElsesQuote() {
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        RiderPhone mallory = new RiderPhone(node, Town.number(), "Mallory");
        mallory.orderForCash(quote, order).refused(403, "quote_not_yours");
        hasNot(mallory, order);
        hasNot(anna, order);
    }

    @Test
    void ordersNothingUnderAnotherId() {
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String other = anna.quote(STATION, PORT, "economy").path("order_id").asString();
        anna.orderForCash(quote, other).refused(409, "quote_for_other_order");
        anna.orderForCash(quote, "ord_1").refused(400, "invalid_request");
        hasNot(anna, other);
        hasNot(anna, quote.path("order_id").asString());
    }

    @Test
    void ordersNothingForACardThatIsNotHers() {
        RiderPhone carl = new RiderPhone(node, Town.number(), "Carl");
        String hisCard = carl.addCard("tok_visa");
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.order(quote, order, hisCard).refused(422, "payment_method_unknown");
        anna.order(quote, order, "crd_" + UUID.randomUUID()).refused(422, "payment_method_unknown");
        hasNot(anna, order);
        assertThat(carl.get("/v1/payment-methods").taken().body().toString()).contains(hisCard);
    }

    @Test
    void placesAnOrderOnceAndOnlyAsItWas() {
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        String card = anna.addCard("tok_visa");
        anna.orderForCash(quote, order).taken();
        anna.orderForCash(quote, order).taken();
        String before = anna.seesPromise(order).body().toString();
        anna.order(quote, order, card).refused(409, "order_exists_with_other_body");
        anna.put(
                        "/v1/orders/" + order,
                        Map.of(
                                "quote_token", quote.path("quote_token").asString(),
                                "payment_method", Map.of("type", "cash"),
                                "guest", Map.of("name", "Carl", "phone", "+37799900001")))
                .refused(409, "order_exists_with_other_body");
        RiderPhone mallory = new RiderPhone(node, Town.number(), "Mallory");
        JsonNode hers = mallory.quote(STATION, CASINO, "economy");
        mallory.orderForCash(hers, order).refused(409, "order_exists_with_other_body");
        mallory.orderForCash(quote, order).refused(409, "order_exists_with_other_body");
        anna.patch("/v1/orders/" + order, Map.of()).refused(400, "invalid_request");
        anna.patch(
                        "/v1/orders/" + order,
                        Map.of("quote_token", hers.path("quote_token").asString()))
                .refused(409, "quote_for_other_order");
        assertThat(anna.get("/v1/orders/" + order).taken().body().toString()).isEqualTo(before);
        assertThat(anna.get("/v1/orders/current").taken().at("items")).hasSize(1);
        hasNot(mallory, order);
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "because"))
                .refused(400, "invalid_request");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
        anna.seesOrder(order, "rider_canceled");
        anna.patch("/v1/orders/" + order, Map.of("payment_method", Map.of("type", "card", "card_id", card)))
                .refused(409, "payment_not_changeable");
    }

    private static void hasNot(RiderPhone rider, String order) {
        rider.get("/v1/orders/" + order).refused(404, "order_unknown");
        assertThat(rider.get("/v1/orders/current").taken().body().toString()).doesNotContain(order);
    }

    private static Answer order(RiderPhone rider, String order, String token) {
        return rider.put("/v1/orders/" + order, Map.of("quote_token", token, "payment_method", Map.of("type", "cash")));
    }

    /** What a curious app that has our sources finds inside of a quote's token. */
    private static String unpacked(String token) {
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(sample());
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token.substring(BEGINNING.length()))),
                inflater)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String packed(String json) {
        Deflater deflater = new Deflater(9, true);
        deflater.setDictionary(sample());
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(json.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static byte[] sample() {
        try (InputStream in =
                Objects.requireNonNull(BadQuotesTest.class.getResourceAsStream("/hansom/edge/rider/quote-1.json"))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
