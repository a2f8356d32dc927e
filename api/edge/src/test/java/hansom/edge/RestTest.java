package hansom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Wish;
import hansom.contract.order.OrderCommand.PlaceOrder;
import hansom.contract.order.OrderId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftCommand.AcceptOffer;
import hansom.contract.shift.ShiftId;
import hansom.edge.testing.Ridden;
import hansom.edge.testing.Rides;
import hansom.edge.testing.Town;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public API as apps meet it: what they send, what goes on from there, and what comes back. */
class RestTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String TRIP = """
            {"pickup": {"lat": 43.7384, "lng": 7.4246, "label": "Home"}, "drop_off": {"lat": 43.7311, "lng": 7.4197},
             "wishes": ["pet"]}""";
    private static WholeEdge edge;
    private static Town town;
    private static Visitor anna;
    private static Visitor ben;
    private static RiderId annaId;
    private static DriverId benId;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open();
        town = edge.town();
        Answer rider = edge.visitor().signIn("+79160000101", "rider", "phone-1");
        Answer driver = edge.visitor().signIn("+79160000102", "driver", "phone-2");
        anna = edge.visitor().with(rider.text("access_token"));
        ben = edge.visitor().with(driver.text("access_token"));
        annaId = new RiderId(rider.text("subject"));
        benId = new DriverId(driver.text("subject"));
        town.orders.put(Rides.ORDER, Ridden.by(annaId, benId));
    }

    @AfterAll
    static void close() {
        assertThat(town.forbidden()).as("what only Hansom itself may send").isEmpty();
        edge.close();
    }

    @Test
    void offersKerbsInTheLanguageAskedFor() {
        Answer offered = anna.send(
                "GET",
                "/v1/places/pickup-points?at=43.7384,7.4246&place=w7&towards=43.7325,7.4180",
                "",
                Map.of("Accept-Language", "ru"));
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
        var point = offered.json().path("points").path(0);
        assertThat(point.path("label").asString()).isEqualTo("ru w7");
        assertThat(point.path("walk_metres").asLong()).isEqualTo(42);
        assertThat(point.path("side").asString()).isEqualTo("opposite");
        assertThat(point.path("source").asString()).isEqualTo("entrance");
        assertThat(point.path("entrance").path("lat").asDouble()).isEqualTo(43.7325);
        assertThat(anna.get("/v1/places/pickup-points?at=43.7384,7.4246").text("code"))
                .isEqualTo("unreachable");
        assertThat(anna.get("/v1/places/pickup-points?at=103.85,1.29").text("code"))
                .isEqualTo("coordinates_swapped");
    }

    @Test
    void givesQuotesWhoseTokenPlacesTheOrder() {
        Answer quoted = anna.post("/v1/quotes", TRIP);
        assertThat(quoted.status()).as(quoted.body()).isEqualTo(200);
        var quote = quoted.json().path("quotes").path(0);
        assertThat(quote.path("fare").path("total").path("amount_minor").asLong())
                .isEqualTo(588);
        assertThat(quote.path("product_class").asString()).isEqualTo("economy");
        assertThat(quote.path("surge").path("permille").asInt()).isEqualTo(1200);
        String order = quoted.text("order_id");
        String body = "{\"quote_token\": \"%s\", \"payment_method\": {\"type\": \"cash\"}}"
                .formatted(quote.path("quote_token").asString());
        Answer placed = anna.send("PUT", "/v1/orders/" + order, body, JSON);
        assertThat(placed.status()).as(placed.body()).isEqualTo(202);
        assertThat(placed.json().path("version").asLong()).isEqualTo(7);
        assertThat(placed.header("Location")).isEqualTo("/v1/orders/" + order);
        assertThat(town.last()).isInstanceOfSatisfying(PlaceOrder.class, place -> {
            assertThat(place.orderId()).isEqualTo(new OrderId(order));
            assertThat(place.riderId()).isEqualTo(annaId);
            assertThat(place.quote()).isEqualTo(Ridden.quote(new OrderId(order), annaId));
            assertThat(place.quote().wishes()).containsExactly(Wish.PET);
            assertThat(place.method()).isEqualTo(new PaymentMethod.Cash());
        });
    }

    @Test
    void refusesATokenThatIsNoQuote() {
        String body = "{\"quote_token\": \"bm9uc2Vuc2U\", \"payment_method\": {\"type\": \"cash\"}}";
        Answer answer = anna.send("PUT", "/v1/orders/" + Rides.ORDER, body, JSON);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("quote_altered");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(refused(TRIP.replace("43.7384", "93.7384").replace("7.4246", "100"), "invalid_request"))
                .isEqualTo("#/pickup/lat");
        assertThat(refused(TRIP.replace("\"lat\": 43.7384", "\"lat\": 143.7"), "coordinates_swapped"))
                .isEqualTo("#/pickup");
        assertThat(refused(TRIP.replace("\"pet\"", "\"dragon\""), "invalid_request"))
                .isEqualTo("#/wishes/0");
        assertThat(refused("{\"pickup\": {\"lat\": 43.7, \"lng\": 7.4}}", "invalid_request"))
                .isEqualTo("#/drop_off");
        Answer swapped = anna.get("/v1/products?near=143.1,7.4");
        assertThat(swapped.text("code")).isEqualTo("coordinates_swapped");
        assertThat(swapped.json().path("errors").path(0).path("parameter").asString())
                .isEqualTo("near");
    }

    private static String refused(String body, String code) {
        Answer answer = anna.post("/v1/quotes", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("code")).as(answer.body()).isEqualTo(code);
        return answer.json().path("errors").path(0).path("pointer").asString("");
    }

    @Test
    void saysInTheSandboxWhatARiderWouldTellAPlayedDriver() {
        Answer code = edge.visitor().get("/v1/sandbox/boarding-codes?order_id=" + Rides.ORDER);
        assertThat(code.status()).as(code.body()).isEqualTo(200);
        assertThat(code.text("boarding_code")).isEqualTo("4711");
        Answer none =
                edge.visitor().get("/v1/sandbox/boarding-codes?order_id=ord_01935d2a-0000-7000-8000-00000000dead");
        assertThat(none.text("code")).isEqualTo("order_unknown");
    }

    @Test
    void showsEachSideOfAnOrderOnlyWhatIsTheirs() {
        Answer riders = anna.get("/v1/orders/" + Rides.ORDER);
        assertThat(riders.status()).as(riders.body()).isEqualTo(200);
        assertThat(riders.text("boarding_code")).isEqualTo("4711");
        assertThat(riders.text("status")).isEqualTo("completed");
        Answer drivers = ben.get("/v1/driver/orders/" + Rides.ORDER);
        assertThat(drivers.status()).as(drivers.body()).isEqualTo(200);
        assertThat(drivers.json().has("boarding_code")).isFalse();
        Visitor stranger = edge.visitor()
                .with(edge.visitor().signIn("+79160000103", "rider", "x").text("access_token"));
        assertThat(stranger.get("/v1/orders/" + Rides.ORDER).text("code")).isEqualTo("order_unknown");
        assertThat(stranger.get("/v1/orders/" + Rides.ORDER + "/events").text("code"))
                .isEqualTo("order_unknown");
        assertThat(stranger.get("/v1/orders/" + Rides.ORDER + "/receipt").status())
                .isEqualTo(404);
    }

    @Test
    void waitsForAVersionAndSaysWhenItDoesNotCome() {
        assertThat(anna.get("/v1/orders/%s?min_version=9".formatted(Rides.ORDER))
                        .status())
                .isEqualTo(200);
        Answer behind = anna.get("/v1/orders/%s?min_version=10".formatted(Rides.ORDER));
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.text("code")).isEqualTo("view_behind");
    }

    @Test
    void sendsNothingAgainThatTheAppHas() {
        String path = "/v1/orders/" + Rides.ORDER;
        String etag = anna.get(path).header("ETag");
        assertThat(etag).isNotEmpty();
        assertThat(anna.send("GET", path, "", Map.of("If-None-Match", etag)).status())
                .isEqualTo(304);
    }

    @Test
    void tellsTheStoryInTheReadersLanguageWithoutOtherDriversOffers() {
        Answer story = anna.send(
                "GET", "/v1/orders/" + Rides.ORDER + "/events", "", Map.of("Accept-Language", "ru-RU,ru;q=0.9"));
        assertThat(story.json().path("events").size()).isEqualTo(1);
        assertThat(story.json().path("events").path(0).path("text").asString()).isEqualTo("Заказ оформлен.");
        assertThat(story.json().path("events").path(0).path("type").asString()).isEqualTo("order_placed");
    }

    @Test
    void givesTheTrackInTheFormatThatIsAskedFor() {
        String path = "/v1/orders/" + Rides.ORDER + "/track";
        assertThat(anna.get(path).header("Content-Type")).isEqualTo("application/geo+json");
        assertThat(anna.get(path + "?format=gpx").body()).isEqualTo("GPX");
        assertThat(anna.send("GET", path, "", Map.of("Accept", "application/gpx+xml"))
                        .body())
                .isEqualTo("GPX");
    }

    @Test
    void addsUpTheReceipt() {
        Answer receipt = anna.get("/v1/orders/" + Rides.ORDER + "/receipt");
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(200);
        long sum = 0;
        for (var posting : receipt.json().path("entries").path(0).path("postings"))
            sum += posting.path("amount").path("amount_minor").asLong();
        assertThat(sum).isZero();
    }

    @Test
    void tellsTheFeeBeforeCancelling() {
        int before = town.commands.size();
        Answer over = anna.post("/v1/orders/" + Rides.ORDER + "/cancel?preview=true", "{}");
        assertThat(over.text("code")).isEqualTo("order_finished");
        assertThat(town.commands).hasSize(before);
        Answer bad = anna.post("/v1/orders/" + Rides.ORDER + "/cancel", "{\"reason\": \"operator_decision\"}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(anna.post("/v1/orders/" + Rides.ORDER + "/cancel", "").status())
                .isEqualTo(202);
    }

    @Test
    void letsADriverAnswerOnlyHisOwnOffers() {
        Answer offers = ben.get("/v1/driver/offers");
        assertThat(offers.json()
                        .path("items")
                        .path(0)
                        .path("pay")
                        .path("amount_minor")
                        .asLong())
                .isEqualTo(470);
        OfferId own = Rides.offer(benId);
        assertThat(ben.post("/v1/driver/offers/" + own + "/accept", "").status())
                .isEqualTo(202);
        assertThat(town.last()).isEqualTo(new AcceptOffer(ShiftId.of(benId), own));
        OfferId other = Rides.offer(new DriverId("drv_01935d2a-0000-7000-8000-000000000077"));
        assertThat(ben.post("/v1/driver/offers/" + other + "/accept", "").text("code"))
                .isEqualTo("offer_unknown");
    }

    @Test
    void passesARefusalOnAsAProblem() {
        Answer answer = ben.post("/v1/driver/orders/" + Rides.ORDER + "/start", "{\"boarding_code\": \"0000\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("boarding_code_wrong");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("trace_id")).isEqualTo(answer.header("Trace-Id"));
    }

    @Test
    void takesPositionsInABatch() {
        String fix = "{\"lat\": 43.73, \"lng\": 7.42, \"at\": \"2026-11-24T11:00:00Z\", \"heading\": 90}";
        Answer taken = ben.post("/v1/driver/positions", "{\"positions\": [%s, %s]}".formatted(fix, fix));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(edge.positions().reported).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ben.post("/v1/driver/positions", "{\"positions\": []}").status())
                .isEqualTo(400);
    }

    @Test
    void streamsASnapshotAsTheFirstEvents() {
        assertThat(ben.lines("/v1/live/events", 6)).contains("event:welcome").anyMatch(line -> line.equals("id:41"));
        assertThat(edge.visitor().get("/v1/live/events").status()).isEqualTo(401);
    }
}
