package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.redis.LocalRedis;
import hansom.engines.redis.RedisConfiguration;
import hansom.engines.testing.TestFolder;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Redis goes away while a rider waits, another rides and a third signs in; then it comes back with nothing in it. */
class RedisLossTest {
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();
    private static LocalRedis redis;
    private static Line line;

    @BeforeAll
    static void start() throws Exception {
        redis = LocalRedis.start(TestFolder.make("redis", () -> {}), TestFolder.programs());
        URI address = URI.create(redis.uri());
        line = new Line(address.getPort());
        NODE.start(
                "--hansom.redis=" + redis.uri().replace(":" + address.getPort(), ":" + line.port()),
                "--hansom.matching.search=30m");
    }

    @AfterAll
    static void stop() {
        NODE.killWithServers();
        line.close();
        redis.close();
    }

    @Test
    void costsNothingThatWasPromised() throws Exception {
        RiderPhone anna = new RiderPhone(NODE.url(), Town.number(), "Anna");
        RiderPhone clara = new RiderPhone(NODE.url(), Town.number(), "Clara");
        DriverPhone ben =
                new DriverPhone(NODE.url(), Town.number(), "Ben").approved().goesOnShift(STATION);
        Phone lost = new Phone(NODE.url());
        lost.signIn("rider", Town.number()).taken();
        String card = anna.addCard("tok_visa");
        String clarasCard = clara.addCard("tok_visa");
        String ride = order(anna, card, STATION);
        ben.accepts(ben.seesOffer(ride, STATION)).taken();
        ben.until("/v1/driver/orders/" + ride, view -> view.text("status").equals("accepted"));

        line.cut();
        NODE.health(status -> status.equals("DEGRADED"));

        // Nobody signs in; who is signed in reads, refreshes, signs out.
        Phone stranger = new Phone(NODE.url());
        stranger.post("/v1/signin/codes", Map.of("phone", Town.number())).refused(503, "temporarily_unavailable");
        assertThat(stranger.exchange("rider", Town.number(), "123456").text("error"))
                .isEqualTo("temporarily_unavailable");
        anna.get("/v1/me").taken();
        lost.post("/v1/signin/out", null).taken();
        lost.get("/v1/me").refused(401, "unauthenticated");

        // The ride goes on to its end and is paid; its points wait in the node.
        ben.arrives(ride).taken();
        ben.starts(ride, anna.seesOrder(ride, "arrived").text("boarding_code")).taken();
        for (double share = 0; share <= 1; share += 0.25) ben.isAt(STATION.towards(CASINO, share));

        // A new order is kept and waits.
        String waiting = order(clara, clarasCard, PORT);
        clara.seesOrder(waiting, "processing");
        clara.get("/v1/drivers/near?near=43.7384,7.4246").taken();

        wipe();
        line.mend();
        NODE.health(status -> status.equals("UP"));
        lost.get("/v1/me").refused(401, "unauthenticated");
        new RiderPhone(NODE.url(), Town.number(), "Dora").get("/v1/me").taken();
        ben.isAt(CASINO);
        ben.completes(ride).taken();
        Answer completed = anna.seesOrder(ride, "completed");
        Answer receipt = anna.seesReceipt(ride, "captured");
        assertThat(receipt.at("payment").path("captured"))
                .isEqualTo(completed.at("fare").path("total"));

        // Whoever waited is offered to the driver as soon as he is free.
        ben.accepts(ben.seesOffer(waiting, PORT)).taken();
        clara.seesOrder(waiting, "accepted");
    }

    /** It comes back as after the loss of its disk. */
    private static void wipe() {
        RedisClient client = RedisConfiguration.client(redis.uri());
        try (var connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }

    private static String order(RiderPhone rider, String card, Town.Spot from) {
        JsonNode quote = rider.quote(from, CASINO, "economy");
        String order = quote.path("order_id").asString();
        rider.order(quote, order, card).taken();
        return order;
    }
}
