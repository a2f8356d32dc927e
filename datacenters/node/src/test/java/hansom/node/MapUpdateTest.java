package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hansom.contract.geo.Point;
import hansom.engines.testing.TestFolder;
import hansom.geo.map.MapConfiguration;
import hansom.geo.road.Polyline;
import hansom.geo.testing.Redrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The map is updated while the node serves: what was promised holds, rides go on, and a node that is killed has one map or the other whole. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MapUpdateTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UPDATES = "/v1/ops/map-updates";
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();
    private static OfficeDesk olga;
    private static RiderPhone anna;
    private static String card = "";
    private static String first = "";
    private static Path redrawn;

    /** The other edition lacks the street in the middle of the way from the station to the casino. */
    @BeforeAll
    static void starts() throws IOException {
        NODE.start();
        olga = OfficeDesk.of(NODE.url(), NODE.data());
        anna = new RiderPhone(NODE.url(), Town.number(), "Anna");
        card = anna.addCard("tok_visa");
        first = served();
        List<Point> line = Polyline.decode(way(anna.quote(STATION, CASINO, "economy")));
        redrawn = TestFolder.make("redrawn", () -> {}).resolve("redrawn.osm");
        Redrawing.without(line.get(line.size() / 2), redrawn);
    }

    @AfterAll
    static void stops() {
        NODE.killWithServers();
    }

    @Test
    @Order(1)
    void servesTheMapBeforeAfterAKillInTheMiddle() {
        update(redrawn).taken();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> latest().path("state").asString().equals("building"));
        update(redrawn).refused(409, "map_update_running");
        NODE.killWithServers();
        NODE.start();
        assertThat(served()).isEqualTo(first);
        assertThat(olga.get(UPDATES).taken().at("update").isMissingNode()).isTrue();
        anna.quote(STATION, CASINO, "economy");
    }

    @Test
    @Order(2)
    void staysWhatItIsWhenTheFileIsUnfit() throws IOException {
        update(Path.of("/no/such/file.osm.pbf")).refused(422, "map_file_unknown");
        anna.post(UPDATES, Map.of("file", redrawn.toString())).refused(403, "forbidden");
        anna.get(UPDATES).refused(403, "forbidden");
        byte[] whole;
        try (var in = MapConfiguration.extract("").source().open()) {
            whole = in.readAllBytes();
        }
        Path folder = redrawn.resolveSibling("unfit");
        Files.createDirectories(folder);
        fails(Files.write(folder.resolve("half.osm.pbf"), Arrays.copyOf(whole, whole.length / 2)), "map_unreadable");
        fails(Files.write(folder.resolve("same.osm.pbf"), whole), "map_served_already");
        String north = Files.readString(redrawn).replace("lat=\"43.", "lat=\"44.");
        fails(Files.writeString(folder.resolve("elsewhere.osm"), north), "map_elsewhere");
        anna.quote(STATION, CASINO, "economy");
    }

    /** Anna has a quote of the map before and Ben drives to her by it, when it is updated. */
    @Test
    @Order(3)
    void keepsWhatWasPromisedAndLetsRidesGoOn() {
        DriverPhone ben =
                new DriverPhone(NODE.url(), Town.number(), "Ben").approved().goesOnShift(STATION);
        DriverPhone mia =
                new DriverPhone(NODE.url(), Town.number(), "Mia").approved().goesOnShift(STATION);
        RiderPhone rita = new RiderPhone(NODE.url(), Town.number(), "Rita");
        JsonNode driven = anna.quote(STATION, CASINO, "economy");
        String ride = driven.path("order_id").asString();
        anna.order(driven, ride, card).taken();
        DriverPhone driver = whoeverIsOffered(ride, ben, mia);
        DriverPhone other = driver == ben ? mia : ben;
        driver.accepts(driver.seesOffer(ride, STATION)).taken();
        anna.seesOrder(ride, "accepted");
        driver.until("/v1/driver/orders/" + ride, view -> view.text("status").equals("accepted"));
        driver.arrives(ride).taken();
        driver.starts(ride, anna.seesOrder(ride, "arrived").text("boarding_code"))
                .taken();
        driver.isAt(STATION);
        String way = "/v1/driver/orders/%s/way".formatted(ride);
        String led = way(driver.until(way, answer -> answer.status() == 200).body());
        JsonNode promised = rita.quote(STATION, CASINO, "economy");
        String order = promised.path("order_id").asString();

        update(redrawn).taken();
        JsonNode update = ended();
        assertThat(update.path("state").asString()).as("%s", update).isEqualTo("served");
        assertThat(update.path("built")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .containsExactlyInAnyOrder("roads", "places", "pickup_points", "tiles", "other_ways");
        assertThat(served()).isEqualTo(update.path("hash").asString()).isNotEqualTo(first);

        // The running trip is led on a way that the new map has, and is paid.
        driver.isAt(STATION);
        driver.until(
                way, answer -> answer.status() == 200 && !way(answer.body()).equals(led));
        driver.isAt(CASINO);
        driver.completes(ride).taken();
        anna.seesReceipt(ride, "captured");

        // What was promised on the map before holds; a new quote is of the new one.
        rita.order(promised, order, rita.addCard("tok_visa")).taken();
        other.accepts(other.seesOffer(order, STATION)).taken();
        other.until("/v1/driver/orders/" + order, view -> view.text("status").equals("accepted"));
        other.arrives(order).taken();
        other.starts(order, rita.seesOrder(order, "arrived").text("boarding_code"))
                .taken();
        other.isAt(CASINO);
        other.completes(order).taken();
        Answer paid = rita.seesReceipt(order, "captured");
        assertThat(paid.at("payment").path("captured").path("amount_minor").asLong())
                .isPositive()
                .isLessThanOrEqualTo(promised.path("most").path("amount_minor").asLong());
        assertThat(way(rita.quote(STATION, CASINO, "economy"))).isNotEqualTo(way(promised));
        assertThat(olga.get("/v1/ops/ledger/proof").taken().at("holds").asBoolean())
                .isTrue();
    }

    @Test
    @Order(4)
    void startsOnTheMapThatItWentOverTo() {
        String now = served();
        NODE.killWithServers();
        NODE.start();
        assertThat(served()).isEqualTo(now).isNotEqualTo(first);
        anna.quote(STATION, CASINO, "economy");
    }

    private static DriverPhone whoeverIsOffered(String order, DriverPhone... drivers) {
        DriverPhone[] offered = new DriverPhone[1];
        await().atMost(PATIENCE).until(() -> {
            for (DriverPhone each : drivers) {
                each.isAt(STATION);
                if (each.get("/v1/driver/offers").body().toString().contains(order)) offered[0] = each;
            }
            return offered[0] != null;
        });
        return offered[0];
    }

    private static String way(JsonNode quote) {
        return quote.path("route").path("polyline").asString();
    }

    private static String served() {
        return olga.get(UPDATES).taken().text("hash");
    }

    private static JsonNode latest() {
        return olga.get(UPDATES).taken().at("update");
    }

    private static Answer update(Path file) {
        return olga.post(UPDATES, Map.of("file", file.toString()));
    }

    private static JsonNode ended() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> !latest().path("running").asBoolean(true));
        return latest();
    }

    private static void fails(Path file, String code) {
        update(file).taken();
        JsonNode update = ended();
        assertThat(update.path("code").asString("")).as("%s", update).isEqualTo(code);
        assertThat(update.path("state").asString()).isEqualTo("failed");
        assertThat(served()).isEqualTo(first);
    }
}
