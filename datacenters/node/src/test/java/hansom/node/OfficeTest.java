package hansom.node;

import static hansom.node.Town.BEACH;
import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.Point;
import hansom.geo.missing.Gathering;
import hansom.geo.track.Stray;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators find by what people tell them on the telephone, and what a driver is shown of the way. */
class OfficeTest {
    private final RunningNode node = RunningNode.shared();
    private final OfficeDesk olga = OfficeDesk.of(node);

    @Test
    void saysWhichPapersAnApprovalWaitsFor() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben");
        String application = "/v1/ops/drivers/" + ben.person();
        Answer tooEarly = olga.post(application + "/approve", null);
        tooEarly.refused(409, "papers_incomplete");
        assertThat(tooEarly.text("detail")).contains("licence (not handed in)", "passport", "a vehicle");
        olga.get(application + "?min_version=" + ben.handsInEverything()).taken();
        olga.post(application + "/papers/licence/approve", Map.of()).taken();
        Answer stillTooEarly = olga.post(application + "/approve", null);
        stillTooEarly.refused(409, "papers_incomplete");
        assertThat(stillTooEarly.text("detail"))
                .doesNotContain("licence")
                .doesNotContain("not handed in")
                .contains("passport", "insurance of " + ben.vehicle());
    }

    @Test
    void findsPeopleByPhoneAndTheirOrdersByPerson() {
        String annas = Town.number();
        RiderPhone anna = new RiderPhone(node, annas, "Anna");
        JsonNode quote = anna.quote(PORT, BEACH, "economy");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        Answer found = olga.post("/v1/ops/people/find", Map.of("phone", annas)).taken();
        assertThat(found.text("rider_id")).isEqualTo(anna.person());
        assertThat(found.at("driver_id").isMissingNode()).isTrue();
        olga.until(
                "/v1/ops/orders?person=" + anna.person(),
                orders ->
                        orders.at("items").path(0).path("order_id").asString("").equals(order));
        assertThat(olga.get("/v1/ops/orders?person=" + new RiderPhone(node, Town.number(), "Zoe").person())
                        .taken()
                        .at("items"))
                .isEmpty();
        olga.get("/v1/ops/orders?person=anna").refused(400, "invalid_request");
        olga.post("/v1/ops/people/find", Map.of("phone", "12")).refused(400, "invalid_request");
        anna.post("/v1/ops/people/find", Map.of("phone", annas)).refused(403, "forbidden");
        anna.post("/v1/orders/%s/cancel".formatted(order), Map.of()).taken();
    }

    @Test
    void showsADriverTheWayToTheRiderAndThenToTheDropOff() {
        DriverPhone ben = new DriverPhone(node, Town.number(), "Ben").approved().goesOnShift(CASINO);
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        JsonNode quote = anna.quote(CASINO, BEACH, "economy");
        String order = quote.path("order_id").asString();
        anna.orderForCash(quote, order).taken();
        ben.accepts(ben.seesOffer(order, CASINO)).taken();
        String code = anna.seesOrder(order, "accepted").text("boarding_code");
        ben.isAt(PORT);
        String way = "/v1/driver/orders/%s/way".formatted(order);
        Answer toAnna = ben.until(way, seen -> lengthOf(seen) > 400);
        assertThat(toAnna.at("turns")).isNotEmpty();
        assertThat(toAnna.at("turns").path(0).path("text").asString()).isNotBlank();
        assertThat(lastSign(toAnna)).isEqualTo("finish");
        new DriverPhone(node, Town.number(), "Dora").get(way).refused(404, "order_unknown");
        JsonNode others = ben.get(way + "/others").taken().at("ways");
        assertThat(others.isArray()).isTrue();
        assertThat(others)
                .allSatisfy(other -> assertThat(other.path("duration_seconds").asLong())
                        .isLessThanOrEqualTo(
                                toAnna.at("route").path("duration_seconds").asLong() * 5 / 4 + 1));
        new DriverPhone(node, Town.number(), "Dora").get(way + "/others").refused(404, "order_unknown");
        ben.arrives(order).taken();
        ben.starts(order, code).taken();
        anna.seesOrder(order, "in_progress");
        ben.isAt(CASINO);
        Answer toBeach = ben.until(way, seen -> lengthOf(seen) > 900);
        assertThat(toBeach.at("route").path("polyline").asString()).isNotEmpty();
        ben.isAt(BEACH);
        ben.completes(order).taken();
        anna.seesOrder(order, "completed");
        ben.get(way).refused(409, "order_finished");
        ben.get(way + "/others").refused(409, "order_finished");
        ben.goesHome();
    }

    /** There is no road across the harbour, whatever five drivers say. */
    @Test
    void judgesARoadThatDriversUseAndTheMapLacks() {
        List<Point> across = IntStream.rangeClosed(0, 30)
                .mapToObj(i -> new Point(43.7340 + i * 0.0028 / 30, 7.4232 + i * 0.0026 / 30))
                .toList();
        Gathering gathering = node.part(Gathering.class);
        Instant begun = Instant.parse(olga.get("/v1").text("now"));
        for (int trip = 0; trip < 5; trip++)
            gathering.drove(List.of(new Stray(across, 375, 47)), trip, trip, begun.plusMillis(trip));
        JsonNode road = olga.get("/v1/ops/missing-roads").taken().at("roads").path(0);
        assertThat(road.path("kind").asString()).isEqualTo("lacking");
        assertThat(road.path("drivers").asInt()).isEqualTo(5);
        assertThat(road.path("metres").asLong()).isBetween(330L, 500L);
        assertThat(road.path("line").size()).isGreaterThan(20);
        assertThat(road.has("verdict")).isFalse();
        String id = road.path("missing_road_id").asString();
        Map<String, String> word = Map.of("verdict", "dismissed", "note", "that is the sea");
        olga.put("/v1/ops/missing-roads/%s/verdict".formatted(id), word).taken();
        olga.until(
                "/v1/ops/missing-roads",
                seen -> seen.at("roads").path(0).path("verdict").asString("").equals("dismissed"));
        olga.put("/v1/ops/missing-roads/mrd_%s/verdict".formatted(UUID.randomUUID()), word)
                .refused(404, "missing_road_unknown");
        olga.put("/v1/ops/missing-roads/%s/verdict".formatted(id), Map.of("note", "?"))
                .refused(400, "invalid_request");
        RiderPhone anna = new RiderPhone(node, Town.number(), "Anna");
        anna.get("/v1/ops/missing-roads").refused(403, "forbidden");
    }

    private static long lengthOf(Answer way) {
        return way.at("route").path("distance_metres").asLong(0);
    }

    private static String lastSign(Answer way) {
        List<JsonNode> turns = way.at("turns").valueStream().toList();
        return turns.getLast().path("sign").asString();
    }
}
