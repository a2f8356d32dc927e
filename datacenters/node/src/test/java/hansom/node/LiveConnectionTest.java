package hansom.node;

import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What is pushed over a socket, and what becomes of frames that are none. */
class LiveConnectionTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningNode node = RunningNode.shared();

    /** One socket and all it was told. */
    private static final class Socket implements WebSocket.Listener {
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile int closed;
        private @Nullable WebSocket socket;

        static Socket open(String url) {
            Socket opened = new Socket();
            opened.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("hansom.v1")
                    .buildAsync(URI.create(url), opened)
                    .join();
            return opened;
        }

        Socket sends(Object frame) {
            String text = frame instanceof String raw ? raw : JSON.writeValueAsString(frame);
            Objects.requireNonNull(socket).sendText(text, true).join();
            return this;
        }

        JsonNode sees(Predicate<JsonNode> wanted) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(frames).as("closed %d", closed).anyMatch(wanted));
            return frames.stream().filter(wanted).findFirst().orElseThrow();
        }

        JsonNode sees(String type) {
            return sees(frame -> frame.path("type").asString("").equals(type));
        }

        void isClosedWith(int code) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(closed).isEqualTo(code));
        }

        void close() {
            Objects.requireNonNull(socket).abort();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(JSON.readTree(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            return null;
        }
    }

    private static Map<String, Object> hello(Phone phone) {
        return Map.of("type", "hello", "token", phone.token());
    }

    @Test
    void onlyWhoSaysHelloWithATokenOfHisOwnIsLetIn() {
        Socket stranger = Socket.open(node.live()).sends(Map.of("type", "hello", "token", "not.a.token"));
        stranger.isClosedWith(4401);
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        Socket socket = Socket.open(node.live()).sends(hello(anna));
        assertThat(socket.sees("welcome").path("data").path("person").asString())
                .isEqualTo(anna.person());
        socket.sends("{\"type\":");
        assertThat(socket.sees("refused").path("data").path("code").asString()).isEqualTo("invalid_request");
        assertThat(socket.sees("snapshot").path("data").path("orders")).isEmpty();
        anna.post("/v1/signin/out", null);
        socket.close();
    }

    @Test
    void theRiderSeesEachStepTheCarMoveAndNothingIsMissedAfterAGap() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(STATION);
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        Socket driver = Socket.open(node.live()).sends(hello(ben));
        Socket rider = Socket.open(node.live()).sends(hello(anna));
        rider.sees("snapshot");
        driver.sees("snapshot");
        JsonNode quote = anna.quote(STATION, PORT, "comfort");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();

        JsonNode offer = offered(driver, order);
        driver.sends(Map.of(
                "type",
                "accept",
                "ref",
                "a1",
                "offer_id",
                offer.path("offer_id").asString()));
        assertThat(driver.sees("done").path("data").path("ref").asString()).isEqualTo("a1");
        JsonNode accepted = rider.sees(frame -> isOrder(frame, order, "accepted"));
        rider.close();

        ben.arrives(order).taken();
        Socket again = Socket.open(node.live())
                .sends(Map.of(
                        "type",
                        "hello",
                        "token",
                        anna.token(),
                        "last_seq",
                        accepted.path("seq").asLong()));
        JsonNode arrived = again.sees(frame -> isOrder(frame, order, "arrived"));
        List<Long> told = again.frames.stream()
                .filter(frame -> frame.hasNonNull("seq"))
                .map(frame -> frame.path("seq").asLong())
                .toList();
        assertThat(told.getFirst())
                .as("goes on where it left off")
                .isEqualTo(accepted.path("seq").asLong() + 1);

        ben.starts(order, arrived.path("data").path("boarding_code").asString()).taken();
        again.sees(frame -> isOrder(frame, order, "in_progress"));
        for (double share = 0.1; share < 1; share += 0.2) {
            Town.Spot spot = STATION.towards(PORT, share);
            driver.sends(Map.of(
                    "type",
                    "position",
                    "lat",
                    spot.lat(),
                    "lng",
                    spot.lng(),
                    "at",
                    Instant.now().toString()));
        }
        again.sees("position");
        assertThat(again.sees("eta").path("data").path("to").asString()).isEqualTo("drop_off");
        ben.completes(order).taken();
        again.sees(frame -> isOrder(frame, order, "completed"));
        again.close();
        driver.close();
        ben.until("/v1/driver/shift", shift -> shift.text("state").equals("free"));
        ben.goesHome();
    }

    private static JsonNode offered(Socket driver, String order) {
        return driver.sees(frame -> frame.path("type").asString("").equals("offer")
                        && frame.path("order_id").asString("").equals(order))
                .path("data")
                .path("offer");
    }

    private static boolean isOrder(JsonNode frame, String order, String status) {
        return frame.path("type").asString("").equals("order")
                && frame.path("order_id").asString("").equals(order)
                && frame.path("data").path("status").asString("").equals(status);
    }
}
