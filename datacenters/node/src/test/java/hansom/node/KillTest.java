package hansom.node;

import static hansom.node.Town.BEACH;
import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static hansom.node.Town.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A node is killed in the worst moments of a ride; what it had promised holds after the restart, once. All moments share a node and its data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {
    private static final ForkedNode NODE = ForkedNode.onFreshFolder();
    private static final String[] SETTINGS = {
        "--hansom.matching.search=10m", "--hansom.matching.countdown=180s", "--hansom.matching.asked-at-once=2"
    };
    private static final List<Placed> PROMISED = new ArrayList<>();
    private static OfficeDesk olga;

    /** An order that was answered "accepted". */
    private record Placed(RiderPhone rider, String id) {}

    @BeforeAll
    static void starts() {
        tell("first start", NODE.start(SETTINGS));
        olga = OfficeDesk.of(NODE.url(), NODE.data());
    }

    @AfterAll
    static void stops() {
        NODE.killWithServers();
    }

    @Test
    void findsADriverForWhoWasWaitingWhenItWasKilled() {
        Placed ride = order("tok_visa", STATION, CASINO);
        NODE.kill();
        assertThat(NODE.servers()).as("the servers outlive the node").hasSize(2);
        restart("killed while searching");
        DriverPhone ben = driver("Ben").goesOnShift(STATION);
        begins(ride, ben);
        ben.completes(ride.id()).taken();
        paidOnce(ride, ben);
        ben.goesHome();
    }

    @Test
    void keepsAnOfferAndFreesWhoLostHis() {
        DriverPhone dora = driver("Dora").goesOnShift(BEACH);
        DriverPhone emil = driver("Emil").goesOnShift(BEACH);
        Placed contested = order("tok_visa", BEACH, CASINO);
        String dorasOffer = dora.seesOffer(contested.id(), BEACH);
        String emilsOffer = emil.seesOffer(contested.id(), BEACH);
        DriverPhone ben = driver("Ben").goesOnShift(PORT);
        Placed shown = order("tok_visa", PORT, CASINO);
        String bensOffer = ben.seesOffer(shown.id(), PORT);

        Future<?> cancelled;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            hands.execute(() -> dora.accepts(dorasOffer));
            hands.execute(() -> emil.accepts(emilsOffer));
            cancelled = hands.submit(() -> cancels(contested));
        }
        NODE.kill();
        cancelled.resultNow();
        restart("killed between two drivers");
        long ready = System.nanoTime();
        dora.isRidOf(contested.id());
        emil.isRidOf(contested.id());
        tell("both shifts free after readiness", Duration.ofNanos(System.nanoTime() - ready));
        contested.rider().seesOrder(contested.id(), "rider_canceled");

        ben.accepts(bensOffer).taken();
        shown.rider().seesOrder(shown.id(), "accepted");
        cancels(shown);
        shown.rider().seesOrder(shown.id(), "rider_canceled");
        for (DriverPhone driver : List.of(ben, dora, emil)) driver.goesHome();
    }

    @Test
    void goesOnWithARideUnderWayAfterAPowerCut() {
        DriverPhone ben = driver("Ben").goesOnShift(STATION);
        Placed ride = order("tok_visa", STATION, CASINO);
        begins(ride, ben);
        ben.isAt(STATION.towards(CASINO, 0.5));
        NODE.killWithServers();
        restart("whole tree killed under way");
        ben.isAt(CASINO);
        ben.completes(ride.id()).taken();
        paidOnce(ride, ben);
        ben.goesHome();
    }

    @Test
    void takesTheFareOnceHoweverItIsKilled() {
        DriverPhone ben = driver("Ben").goesOnShift(STATION);
        Placed ride = order("tok_visa", STATION, CASINO);
        begins(ride, ben);
        ben.isAt(CASINO);
        ben.completes(ride.id()).taken();
        NODE.kill();
        restart("killed right after completion");
        paidOnce(ride, ben);
        ben.goesHome();

        DriverPhone dora = driver("Dora").goesOnShift(STATION);
        Placed slow = order("tok_timeout", STATION, CASINO);
        begins(slow, dora);
        dora.isAt(CASINO);
        dora.completes(slow.id()).taken();
        olga.until(
                "/v1/ops/audit/orders/" + slow.id(),
                story -> story.body().toString().contains("capture_requested"));
        NODE.killWithServers();
        restart("killed while the capture was out");
        long ready = System.nanoTime();
        paidOnce(slow, dora);
        tell("captured after readiness", Duration.ofNanos(System.nanoTime() - ready));
        dora.goesHome();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void tellsTheSameAfterOneMoreRestart() {
        DriverPhone ben = driver("Ben").goesOnShift(STATION);
        Placed ride = order("tok_visa", STATION, CASINO);
        begins(ride, ben);
        ben.isAt(CASINO);
        ben.completes(ride.id()).taken();
        paidOnce(ride, ben);
        ben.goesHome();
        Instant later = Instant.parse(olga.get("/v1").text("now")).plus(Duration.ofHours(30));
        olga.post("/v1/sandbox/clock", Map.of("to", later.toString())).taken();
        ben.until(
                "/v1/driver/payouts",
                answer -> answer.at("items").path(0).path("status").asString("").equals("paid"));
        List<JsonNode> before = told(ride, ben);
        NODE.kill();
        restart("killed after the payout");
        assertThat(told(ride, ben)).isEqualTo(before);
        assertThat(ben.get("/v1/driver/payouts").taken().at("items").size()).isEqualTo(1);
        for (Placed placed : PROMISED)
            assertThat(placed.rider().get("/v1/orders/" + placed.id()).taken().text("status"))
                    .as(placed.id())
                    .isIn("completed", "rider_canceled");
        Answer proof = olga.get("/v1/ops/ledger/proof").taken();
        assertThat(proof.at("holds").asBoolean()).as("%s", proof.body()).isTrue();
    }

    private static List<JsonNode> told(Placed ride, DriverPhone driver) {
        String order = "/v1/orders/" + ride.id();
        return List.of(
                ride.rider().get(order + "/events").taken().body(),
                ride.rider().get(order + "/receipt").taken().body(),
                driver.get("/v1/driver/payouts").taken().body(),
                driver.get("/v1/driver/balance").taken().body());
    }

    private static DriverPhone driver(String name) {
        return new DriverPhone(NODE.url(), Town.number(), name).approved();
    }

    private static Placed order(String cardToken, Town.Spot from, Town.Spot to) {
        RiderPhone anna = new RiderPhone(NODE.url(), Town.number(), "Anna");
        String card = anna.addCard(cardToken);
        JsonNode quote = anna.quote(from, to, "economy");
        Placed placed = new Placed(anna, quote.path("order_id").asString());
        anna.order(quote, placed.id(), card).taken();
        PROMISED.add(placed);
        return placed;
    }

    private static void begins(Placed ride, DriverPhone driver) {
        driver.accepts(driver.seesOffer(ride.id(), STATION)).taken();
        driver.until(
                "/v1/driver/orders/" + ride.id(), view -> view.text("status").equals("accepted"));
        driver.arrives(ride.id()).taken();
        driver.starts(ride.id(), ride.rider().seesOrder(ride.id(), "arrived").text("boarding_code"))
                .taken();
    }

    private static void cancels(Placed placed) {
        placed.rider()
                .post("/v1/orders/%s/cancel".formatted(placed.id()), Map.of("reason", "rider_changed_mind"))
                .taken();
    }

    /** The fare was taken once, and once the driver earned of it what the commission leaves. */
    private static void paidOnce(Placed ride, DriverPhone driver) {
        Answer completed = ride.rider().seesOrder(ride.id(), "completed");
        Answer receipt = ride.rider().seesReceipt(ride.id(), "captured");
        long fare = amount(completed.at("fare").path("total"));
        assertThat(amount(receipt.at("payment").path("captured"))).isEqualTo(fare);
        ride.rider()
                .until(
                        "/v1/orders/%s/receipt".formatted(ride.id()),
                        told -> told.at("entries").size() == 2);
        Answer entries = olga.get("/v1/ops/ledger/entries?subject=" + ride.id()).taken();
        assertThat(entries.at("items")
                        .valueStream()
                        .map(entry -> entry.path("cause").asString()))
                .containsExactlyInAnyOrder("OrderCompleted", "PaymentCaptured");
        long commission = entries.at("items")
                .valueStream()
                .flatMap(entry -> entry.path("postings").valueStream())
                .filter(posting -> posting.path("kind").asString().equals("commission"))
                .mapToLong(posting -> -amount(posting.path("amount")))
                .sum();
        assertThat(commission).isPositive();
        Answer balance =
                driver.until("/v1/driver/balance", told -> !told.at("owed").isEmpty());
        assertThat(amount(balance.at("owed").path(0))).isEqualTo(fare - commission);
        assertThat(driver.get("/v1/driver/earnings")
                        .taken()
                        .at("lines")
                        .valueStream()
                        .filter(line -> line.path("subject").asString().equals(ride.id())))
                .hasSize(1);
    }

    private static long amount(JsonNode money) {
        return money.path("amount_minor").asLong();
    }

    private static void restart(String moment) {
        tell(moment + ", ready again", NODE.start(SETTINGS));
    }

    private static void tell(String what, Duration took) {
        System.out.printf("%s: %.1f s%n", what, took.toMillis() / 1_000.0);
    }
}
