package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The socket of the apps: who is let in, what is refused, and what a rider sees while the driver moves. */
class LiveTest {
    private final RunningNode node = RunningNode.shared();
    private final RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");

    @Test
    void letsInWhoHasATokenAndNobodyElse() {
        try (Socket socket = Socket.open(node)) {
            socket.say(Map.of("type", "hello", "token", anna.token()));
            assertThat(socket.hears("welcome").path("data").path("person").asString())
                    .isEqualTo(anna.person());
            assertThat(socket.hears("snapshot").path("data").path("orders").isArray())
                    .isTrue();
            socket.say(Map.of("type", "ping", "ref", "1"));
            assertThat(socket.hears("pong").path("data").path("ref").asString()).isEqualTo("1");
        }
        String signed = anna.token();
        String strangers = signed.substring(0, signed.lastIndexOf('.') + 1) + "c3RyYW5nZXI";
        for (String token : List.of(
                "garbage",
                "",
                strangers,
                anna.refreshToken(),
                OfficeDesk.of(node).token()))
            assertThat(closeOf(hello(token))).as(token).isEqualTo(4401);
    }

    @Test
    void endsAConnectionThatBeginsOtherwise() {
        for (String first : List.of(
                "{\"type\":\"hello\"}",
                "{\"type\":\"ping\"}",
                "not JSON",
                "[]",
                "{\"type\":\"hello\",\"token\":5}",
                "{\"type\":\"hello\",\"token\":\"x\",\"last_seq\":\"y\"}"))
            assertThat(closeOf(first)).as(first).isEqualTo(4400);
    }

    private static String hello(String token) {
        return Socket.JSON.writeValueAsString(Map.of("type", "hello", "token", token));
    }

    private int closeOf(String first) {
        try (Socket socket = Socket.open(node)) {
            socket.send(first);
            return socket.closed();
        }
    }

    @Test
    void refusesMalformedFramesAndGoesOn() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben");
        try (Socket socket = Socket.open(node)) {
            socket.say(Map.of("type", "hello", "token", ben.token()));
            socket.hears("welcome");
            Stream.of(
                            "{",
                            "[]",
                            "{\"type\":\"teleport\"}",
                            "{\"type\":\"hello\",\"token\":\"x\"}",
                            "{\"type\":\"position\",\"lat\":\"north\",\"lng\":7.4,\"at\":\"2026-01-01T00:00:00Z\"}",
                            "{\"type\":\"position\",\"lat\":103.85,\"lng\":1.29,\"at\":\"2026-01-01T00:00:00Z\"}",
                            "{\"type\":\"position\",\"lat\":43.7,\"lng\":7.4,\"at\":\"yesterday\"}",
                            "{\"type\":\"positions\",\"positions\":[]}",
                            "{\"type\":\"accept\",\"offer_id\":\"off_1\"}",
                            "{\"type\":\"ack\"}")
                    .forEach(frame -> {
                        socket.send(frame);
                        assertThat(codeOf(socket.hears("refused"))).as(frame).isEqualTo("invalid_request");
                    });
            socket.send(ByteBuffer.wrap(new byte[19]));
            assertThat(codeOf(socket.hears("refused"))).isEqualTo("invalid_request");
            socket.say(Map.of("type", "ping", "ref", "still here"));
            assertThat(socket.hears("pong").path("data").path("ref").asString()).isEqualTo("still here");
        }
        assertThat(ben.get("/v1/driver/shift").taken().text("state")).isEqualTo("off");
    }

    @Test
    void listensToWhoeverSpeaksAsSoonAsHeIsWelcome() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben");
        for (int time = 0; time < 20; time++)
            try (Socket socket = Socket.open(node)) {
                socket.say(Map.of("type", "hello", "token", ben.token()));
                socket.hears("welcome");
                socket.say(Map.of("type", "ping", "ref", "at once"));
                assertThat(socket.hearsFirst("pong", "refused").path("type").asString())
                        .isEqualTo("pong");
            }
    }

    @Test
    void endsAConnectionThatSendsTooMuch() {
        try (Socket socket = Socket.open(node)) {
            socket.say(Map.of("type", "hello", "token", anna.token()));
            socket.hears("welcome");
            for (int i = 0; i < 200; i++) socket.say(Map.of("type", "ping", "ref", "flood"));
            assertThat(socket.closed()).isEqualTo(4429);
        }
        try (Socket socket = Socket.open(node)) {
            socket.send("{\"type\":\"hello\",\"token\":\"%s\"}".formatted("a".repeat(9_000)));
            assertThat(socket.closed()).isEqualTo(1009);
        }
    }

    @Test
    void annaSeesEveryChangeAndTheCarThatComes() {
        // Away from the pick-up, so that from whichever position it is told, the way there takes its time.
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(PORT);
        try (Socket hers = Socket.open(node);
                Socket his = Socket.open(node)) {
            hers.say(Map.of("type", "hello", "token", anna.token()));
            long before = hers.hears("snapshot").path("seq").asLong();
            his.say(Map.of("type", "hello", "token", ben.token()));
            his.hears("snapshot");
            JsonNode quote = anna.quote(STATION, CASINO, "economy");
            String order = quote.path("order_id").asString();
            anna.orderForCash(quote, order).taken();

            String offer = his.hears("offer")
                    .path("data")
                    .path("offer")
                    .path("offer_id")
                    .asString();
            assertThat(offer).isNotEmpty();
            his.say(Map.of("type", "accept", "ref", "mine", "offer_id", offer));
            assertThat(his.hears("done").path("data").path("ref").asString()).isEqualTo("mine");
            hers.hearsOrder("processing");
            assertThat(hers.hearsOrder("accepted").path("order_id").asString()).isEqualTo(order);

            his.say(position(STATION.towards(CASINO, 0.3)));
            JsonNode seen = hers.hears("position");
            assertThat(seen.path("order_id").asString()).isEqualTo(order);
            assertThat(seen.path("data").path("lat").asDouble()).isPositive();
            JsonNode eta = hers.hears("eta");
            assertThat(eta.path("data").path("to").asString()).isEqualTo("pickup");
            assertThat(eta.path("data").path("seconds").asLong()).isPositive();

            anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
            JsonNode last = hers.hearsOrder("rider_canceled");
            ben.goesHome();

            // Who was away hears all of it again, in its order and without a gap.
            try (Socket again = Socket.open(node)) {
                again.say(Map.of("type", "hello", "token", anna.token(), "last_seq", before));
                again.hearsOrder("processing");
                again.hearsOrder("accepted");
                assertThat(again.hearsOrder("rider_canceled").path("seq").asLong())
                        .isEqualTo(last.path("seq").asLong());
                assertThat(again.sequence())
                        .startsWith(before + 1)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .hasSize((int) (last.path("seq").asLong() - before));
            }
        }
    }

    @Test
    void bothAreToldAnotherWayWhenTheOfficeClosesARoadAhead() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(CASINO);
        JsonNode quote = anna.quote(CASINO, PORT, "economy");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        ben.accepts(ben.seesOffer(order, CASINO)).taken();
        anna.seesOrder(order, "accepted");
        OfficeDesk office = OfficeDesk.of(node);
        String closure = "/v1/ops/closures/cls_" + UUID.randomUUID();
        String path = "/v1/driver/orders/%s/way".formatted(order);
        try (Socket hers = Socket.open(node);
                Socket his = Socket.open(node)) {
            hers.say(Map.of("type", "hello", "token", anna.token()));
            hers.hears("snapshot");
            his.say(Map.of("type", "hello", "token", ben.token()));
            his.hears("snapshot");
            Town.Spot away = CASINO.towards(STATION, 0.7);
            his.say(position(away));
            assertThat(reasonIn(his.hears("way"))).isEqualTo("begun");
            assertThat(reasonIn(hers.hears("way"))).isEqualTo("begun");
            List<JsonNode> turns =
                    ben.get(path).taken().at("turns").valueStream().toList();
            JsonNode middle = turns.get(turns.size() / 2).path("at");

            office.put(closure, Map.of("area", around(middle), "reason", "burst water main"))
                    .taken();
            assertThat(reasonIn(nextWay(his, his, away))).isEqualTo("closed_ahead");
            assertThat(reasonIn(nextWay(hers, his, away))).isEqualTo("closed_ahead");
            assertThat(ben.get(path).taken().at("turns").valueStream())
                    .noneMatch(turn -> turn.path("at").equals(middle));
        } finally {
            office.delete(closure).taken();
            anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
            ben.goesHome();
        }
    }

    private static String reasonIn(JsonNode way) {
        return way.path("data").path("reason").asString();
    }

    /** The next way that is told while the driver reports his place once a second. */
    private static JsonNode nextWay(Socket listener, Socket driver, Town.Spot place) {
        for (int second = 0; second < 30; second++) {
            driver.say(position(place));
            JsonNode heard = listener.hearsWithin("way", Duration.ofSeconds(1));
            if (heard != null) return heard;
        }
        throw new AssertionError("no way was told");
    }

    private static List<Map<String, Double>> around(JsonNode place) {
        double lat = place.path("lat").asDouble();
        double lng = place.path("lng").asDouble();
        return Stream.of(new double[] {-1, -1}, new double[] {-1, 1}, new double[] {1, 1}, new double[] {1, -1})
                .map(corner -> Map.of("lat", lat + corner[0] * 0.0001, "lng", lng + corner[1] * 0.0001))
                .toList();
    }

    @Test
    void strangersHearNothingAndTakeNothing() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(STATION);
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        String offer = ben.seesOffer(order, STATION);
        DriverPhone dora = new DriverPhone(node, Town.number(), "Dora");
        try (Socket socket = Socket.open(node)) {
            socket.say(Map.of("type", "hello", "token", dora.token()));
            assertThat(socket.hears("snapshot").toString()).doesNotContain(order);
            socket.say(Map.of("type", "accept", "ref", "9", "offer_id", offer));
            JsonNode refused = socket.hears("refused");
            assertThat(codeOf(refused)).isEqualTo("offer_unknown");
            assertThat(refused.path("data").path("ref").asString()).isEqualTo("9");
            socket.say(Map.of("type", "renew", "token", anna.token()));
            assertThat(socket.closed()).as("another person's token").isEqualTo(4401);
        }
        assertThat(anna.get("/v1/orders/" + order).taken().at("driver").isMissingNode())
                .isTrue();
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
        ben.goesHome();
    }

    @Test
    void isDescribed() {
        Answer document = new Phone(node.url()).get("/v1/asyncapi.json").taken();
        assertThat(document.text("asyncapi")).startsWith("3.");
        assertThat(document.at("servers").path("live").path("host").asString())
                .isEqualTo(URI.create(node.live()).getAuthority());
        assertThat(document.at("channels").path("live").path("address").asString())
                .isEqualTo("/v1/live");
        assertThat(document.at("info").path("description").asString())
                .contains("4400", "4401", "4403", "4408", "4429", "4503");
    }

    private static Map<String, Object> position(Town.Spot spot) {
        return Map.of(
                "type",
                "position",
                "lat",
                spot.lat(),
                "lng",
                spot.lng(),
                "at",
                Instant.now().toString());
    }

    private static String codeOf(JsonNode refused) {
        return refused.path("data").path("code").asString("");
    }
}
