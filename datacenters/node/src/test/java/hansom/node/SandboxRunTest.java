package hansom.node;

import static hansom.node.Town.CASINO;
import static hansom.node.Town.PORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One phone is enough: the developer of a rider's app has the sandbox's driver do his part. */
class SandboxRunTest {
    private final RunningNode node = RunningNode.shared();
    private final Phone desk = new Phone(node.url());
    private String run = "";

    @AfterEach
    void endRun() {
        if (!run.isEmpty()) desk.delete("/v1/sandbox/runs/" + run);
    }

    private Answer begin(int drivers, int riders) {
        Answer begun = desk.post(
                        "/v1/sandbox/runs",
                        Map.of(
                                "near",
                                Map.of("lat", PORT.lat(), "lng", PORT.lng()),
                                "drivers",
                                drivers,
                                "riders",
                                riders,
                                "product_classes",
                                List.of("business")))
                .taken();
        run = begun.text("run_id");
        return begun;
    }

    private Answer does(String driver, String state) {
        return desk.post("/v1/sandbox/driver-state", Map.of("driver_id", driver, "state", state));
    }

    @Test
    void annaRidesWithDriverStateOnly() {
        Answer begun = begin(1, 1);
        assertThat(begun.status()).isEqualTo(201);
        String ben = begun.at("drivers").path(0).path("driver_id").asString();
        JsonNode rider = begun.at("riders").path(0);
        RiderPhone anna = new RiderPhone(node, rider.path("phone").asString(), "Anna");
        assertThat(anna.person())
                .as("the number leads to the run's rider")
                .isEqualTo(rider.path("rider_id").asString());
        JsonNode quote = anna.quote(PORT, CASINO, "business");
        String order = quote.path("order_id").asString();
        anna.order(quote, order, rider.path("card_id").asString()).taken();

        does(ben, "ARRIVED").refused(404, "order_unknown");
        assertThat(does(ben, "ACCEPT").taken().text("order_id")).isEqualTo(order);
        does(ben, "DROPOFF").refused(409, "order_not_started");
        assertThat(does(ben, "ARRIVED").taken().text("order_status")).isEqualTo("arrived");
        assertThat(does(ben, "BEGIN_TRIP").taken().text("order_status")).isEqualTo("in_progress");
        does(ben, "CANCEL").refused(409, "order_already_started");
        does(ben, "DROPOFF").taken();

        Answer completed = anna.seesOrder(order, "completed");
        assertThat(completed.at("driver").path("person").path("name").asString())
                .isEqualTo("Ben 1");
        anna.seesReceipt(order, "captured");
        desk.until("/v1/sandbox/runs/" + run, answer -> answer.status() == 200);
        desk.delete("/v1/sandbox/runs/" + run).taken();
        desk.get("/v1/sandbox/runs/" + run).refused(404, "not_found");
    }

    @Test
    void tokensOfARunOpenTheirOwnersPages() {
        Answer begun = begin(2, 1);
        JsonNode driver = begun.at("drivers").path(1);
        Answer shift = desk.call(
                        "GET",
                        "/v1/driver/shift",
                        null,
                        Map.of(
                                "Authorization",
                                "Bearer " + driver.path("access_token").asString()))
                .taken();
        assertThat(shift.text("state")).isEqualTo("free");
        assertThat(desk.form(
                                "/oauth2/token",
                                Map.of(
                                        "client_id", "hansom-app",
                                        "grant_type", "refresh_token",
                                        "refresh_token",
                                                driver.path("refresh_token").asString(),
                                        "device", "sandbox"))
                        .taken()
                        .text("subject"))
                .isEqualTo(driver.path("driver_id").asString());
        String id = driver.path("driver_id").asString();
        assertThat(does(id, "GO_OFFLINE").taken().text("shift")).isEqualTo("off");
        does(id, "ACCEPT").refused(409, "shift_not_open");
        assertThat(does(id, "GO_ONLINE").taken().text("shift")).isEqualTo("free");
    }

    @Test
    void refusesWhoIsOfNoRun() {
        does("drv_01935d2a-0000-7000-8000-000000000001", "GO_ONLINE").refused(404, "driver_unknown");
        does("drv_01935d2a-0000-7000-8000-000000000001", "FLY").refused(400, "invalid_request");
        desk.post("/v1/sandbox/runs", Map.of("near", Map.of("lat", 10, "lng", 10), "drivers", 1, "riders", 0))
                .refused(422, "outside_service_area");
        desk.post("/v1/sandbox/runs", Map.of("near", Map.of("lat", 43.7, "lng", 7.4), "drivers", 21, "riders", 0))
                .refused(400, "invalid_request");
    }
}
