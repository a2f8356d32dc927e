package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Views are made once more from the stored events while rides go on: the same rows, nothing told twice, nothing lost at a kill. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();
    private static final Duration BREATH = Duration.ofMillis(300);
    private static final String[] SLOWLY = {"--hansom.rebuild.chunk=10"};
    private static OfficeDesk olga;
    private static String completed = "";

    @BeforeAll
    static void starts() {
        NODE.start(SLOWLY);
        olga = OfficeDesk.of(NODE.url(), NODE.data());
        completed = completedRide();
    }

    @AfterAll
    static void stops() {
        NODE.killWithServers();
    }

    @Test
    @Order(1)
    void givesTheSameRowsWhileOrdersKeepComing() {
        RiderPhone anna = rider();
        JsonNode before = olga.get("/v1/ops/orders/" + completed).taken().body();
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<Integer>> rides = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int hand = 0; hand < 2; hand++) rides.add(hands.submit(() -> ordersAndCancels(enough)));
            try {
                rebuild(Map.of("only_if_same", true));
                olga.post("/v1/ops/views/rebuilds", Map.of("views", List.of("orders")))
                        .refused(409, "rebuild_running");
                assertThat(rebuildable(ended()))
                        .hasSize(10)
                        .allSatisfy(view ->
                                assertThat(view.path("generation").asLong()).isEqualTo(2));
            } finally {
                enough.set(true);
            }
        }
        // What went over while it was written is what the events say, row by row.
        rebuild(Map.of("only_if_same", true));
        assertThat(rebuildable(ended())).allSatisfy(view -> {
            assertThat(view.path("rebuild").path("compared").path("differing").asLong())
                    .isZero();
            assertThat(view.path("generation").asLong()).isEqualTo(3);
        });
        assertThat(rides).allSatisfy(ride -> assertThat(ride.resultNow()).isPositive());
        assertThat(olga.get("/v1/ops/orders/" + completed).taken().body()).isEqualTo(before);
        assertThat(olga.get("/v1/ops/ledger/proof").taken().at("holds").asBoolean())
                .isTrue();
        ordersAndCancels(anna);
    }

    @Test
    @Order(2)
    void goesOnAfterAKillInTheMiddle() {
        long generation = generation("orders");
        rebuild(Map.of());
        await().atMost(PATIENCE)
                .until(() -> rebuild("orders").path("events_read").asLong() > 4);
        NODE.killWithServers();
        NODE.start(SLOWLY);
        assertThat(olga.get("/v1/ops/orders/" + completed).taken().text("status"))
                .isEqualTo("completed");
        ended();
        assertThat(generation("orders")).isEqualTo(generation + 1);
        assertThat(rebuild("orders").path("compared").path("differing").asLong())
                .isZero();
        ordersAndCancels(rider());
    }

    @Test
    @Order(3)
    void knowsItsViews() {
        olga.post("/v1/ops/views/rebuilds", Map.of("views", List.of("feeds"))).refused(422, "view_unknown");
        olga.post("/v1/ops/views/rebuilds", Map.of("views", List.of("nothing"))).refused(422, "view_unknown");
        rider().post("/v1/ops/views/rebuilds", Map.of()).refused(403, "forbidden");
        rider().get("/v1/ops/views").refused(403, "forbidden");
    }

    private static String completedRide() {
        RiderPhone anna = rider();
        DriverPhone ben =
                new DriverPhone(NODE.url(), Town.number(), "Ben").approved().goesOnShift(STATION);
        JsonNode quote = anna.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        anna.order(quote, order, anna.addCard("tok_visa")).taken();
        ben.accepts(ben.seesOffer(order, STATION)).taken();
        ben.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        ben.arrives(order).taken();
        ben.starts(order, anna.seesOrder(order, "arrived").text("boarding_code"))
                .taken();
        ben.isAt(CASINO);
        ben.completes(order).taken();
        anna.seesReceipt(order, "captured");
        ben.goesHome();
        return order;
    }

    private static RiderPhone rider() {
        return new RiderPhone(NODE.url(), Town.number(), "Anna");
    }

    private static int ordersAndCancels(AtomicBoolean enough) throws InterruptedException {
        RiderPhone rider = rider();
        int rides = 0;
        do {
            ordersAndCancels(rider);
            rides++;
            Thread.sleep(BREATH);
        } while (!enough.get());
        return rides;
    }

    /** What was written is read at the version that the answer named, whichever generation answers. */
    private static void ordersAndCancels(RiderPhone rider) {
        JsonNode quote = rider.quote(STATION, CASINO, "economy");
        String order = quote.path("order_id").asString();
        rider.orderForCash(quote, order).taken();
        Answer cancelled = rider.post("/v1/orders/%s/cancel".formatted(order), Map.of("reason", "rider_changed_mind"))
                .taken();
        Answer seen = rider.get("/v1/orders/%s?min_version=%d"
                        .formatted(order, cancelled.at("version").asLong()))
                .taken();
        assertThat(seen.text("status")).isEqualTo("rider_canceled");
    }

    private static void rebuild(Map<String, ?> asked) {
        olga.post("/v1/ops/views/rebuilds", asked).taken();
    }

    private static Answer ended() {
        await().atMost(PATIENCE.multipliedBy(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> olga.get("/v1/ops/views")
                        .taken()
                        .at("views")
                        .valueStream()
                        .noneMatch(view -> view.path("rebuild").path("running").asBoolean()));
        return olga.get("/v1/ops/views").taken();
    }

    private static List<JsonNode> rebuildable(Answer views) {
        return views.at("views")
                .valueStream()
                .filter(view -> view.path("rebuildable").asBoolean())
                .toList();
    }

    private static JsonNode view(String name) {
        return olga.get("/v1/ops/views")
                .taken()
                .at("views")
                .valueStream()
                .filter(view -> view.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rebuild(String view) {
        return view(view).path("rebuild");
    }

    private static long generation(String view) {
        return view(view).path("generation").asLong();
    }
}
