package hansom.bench.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The driver's app. */
public final class DriverApp extends Phone {
    private final String vehicle = "veh_" + UUID.randomUUID();

    public DriverApp(Wire wire, String number, String name) {
        super(wire);
        signIn("driver", number);
        patch("/v1/driver/application", Map.of("name", name)).orRefused();
    }

    /** Hands in a car and every paper, and is approved by the office that the sandbox plays. */
    public void becomesApproved() {
        put(
                        "/v1/driver/vehicles/" + vehicle,
                        Map.of(
                                "type", "car",
                                "classes", List.of("economy", "comfort"),
                                "make", "Škoda",
                                "model", "Octavia",
                                "colour", "white",
                                "year", 2023,
                                "plate", "AB 123"))
                .orRefused();
        paper("licence", false);
        paper("passport", false);
        paper("vehicle_registration", true);
        paper("insurance", true);
        Answer account = put(
                        "/v1/driver/bank-account",
                        Map.of("account", "MC5811222000010123456789030", "bank_token", "bank_ok"))
                .orRefused();
        post("/v1/sandbox/approval?min_version=" + account.at("version").asLong(), null)
                .orRefused();
    }

    private void paper(String kind, boolean ofVehicle) {
        Map<String, Object> paper = new HashMap<>(Map.of("number", "X-42", "valid_through", "2035-12-31"));
        if (ofVehicle) paper.put("vehicle_id", vehicle);
        put("/v1/driver/papers/" + kind, paper).orRefused();
    }

    public Answer goOnShift() {
        return post("/v1/driver/shift", Map.of("vehicle_id", vehicle));
    }

    public Answer goHome() {
        return delete("/v1/driver/shift");
    }

    public Answer shift() {
        return get("/v1/driver/shift");
    }

    /** Tells where the car is, by the business clock of the node. */
    public Answer at(Spot spot, Instant now) {
        return post(
                "/v1/driver/positions",
                Map.of(
                        "positions",
                        List.of(Map.of(
                                "lat", spot.lat(),
                                "lng", spot.lng(),
                                "at", now.truncatedTo(ChronoUnit.MILLIS).toString()))));
    }

    public Answer accept(String offer) {
        return post("/v1/driver/offers/%s/accept".formatted(offer), null);
    }

    public Answer decline(String offer) {
        return post("/v1/driver/offers/%s/decline".formatted(offer), null);
    }

    public Answer look(String order) {
        return get("/v1/driver/orders/" + order);
    }

    public Answer arrive(String order) {
        return post("/v1/driver/orders/%s/arrive".formatted(order), Map.of());
    }

    public Answer start(String order, String boardingCode) {
        return post("/v1/driver/orders/%s/start".formatted(order), Map.of("boarding_code", boardingCode));
    }

    public Answer complete(String order) {
        return post("/v1/driver/orders/%s/complete".formatted(order), Map.of());
    }
}
