package hansom.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The driver's app. */
final class DriverPhone extends Phone {
    private final String vehicle = "veh_" + UUID.randomUUID();

    DriverPhone(RunningNode node, String number, String name) {
        this(node.url(), number, name);
    }

    DriverPhone(String url, String number, String name) {
        super(url);
        signIn("driver", number).taken();
        patch("/v1/driver/application", Map.of("name", name)).taken();
    }

    String vehicle() {
        return vehicle;
    }

    /** Hands in a car and every paper; answers with the application's version. */
    long handsInEverything() {
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
                .taken();
        paper("licence", false);
        paper("passport", false);
        paper("vehicle_registration", true);
        paper("insurance", true);
        return put("/v1/driver/bank-account", Map.of("account", "MC5811222000010123456789030", "bank_token", "bank_ok"))
                .taken()
                .at("version")
                .asLong();
    }

    private void paper(String kind, boolean ofVehicle) {
        Map<String, Object> paper = new HashMap<>(Map.of("number", "X-42", "valid_through", "2035-12-31"));
        if (ofVehicle) paper.put("vehicle_id", vehicle);
        put("/v1/driver/papers/" + kind, paper).taken();
    }

    /** Approved by the office that the sandbox plays. */
    DriverPhone approved() {
        post("/v1/sandbox/approval?min_version=" + handsInEverything(), null).taken();
        return this;
    }

    DriverPhone goesOnShift(Town.Spot at) {
        post("/v1/driver/shift", Map.of("vehicle_id", vehicle)).taken();
        until("/v1/driver/shift", shift -> shift.text("state").equals("free"));
        isAt(at);
        return this;
    }

    /** Waits until this order is neither on his hands nor on his screen; he may be shown another at once. */
    void isRidOf(String order) {
        until(
                "/v1/driver/shift",
                shift -> !shift.text("state").equals("on_order")
                        && !shift.at("offer").path("order_id").asString("").equals(order));
    }

    /** Once the ride is off his hands: a completed order lets go of its driver a moment later. */
    void goesHome() {
        until("/v1/driver/shift", shift -> !shift.text("state").equals("on_order"));
        delete("/v1/driver/shift").taken();
        until("/v1/driver/shift", shift -> shift.text("state").equals("off"));
    }

    void isAt(Town.Spot spot) {
        post(
                        "/v1/driver/positions",
                        Map.of(
                                "positions",
                                List.of(Map.of(
                                        "lat", spot.lat(),
                                        "lng", spot.lng(),
                                        "at",
                                                Instant.now()
                                                        .truncatedTo(ChronoUnit.MILLIS)
                                                        .toString()))))
                .taken();
    }

    /** The offer of an order, once it is shown; the phone goes on telling where it is. */
    String seesOffer(String orderId, Town.Spot at) {
        return until("/v1/driver/offers", answer -> {
                    isAt(at);
                    return !offer(answer, orderId).isEmpty();
                })
                .at("items")
                .valueStream()
                .filter(offer -> offer.path("order_id").asString().equals(orderId))
                .findFirst()
                .orElseThrow()
                .path("offer_id")
                .asString();
    }

    private static String offer(Answer answer, String orderId) {
        return answer.at("items")
                .valueStream()
                .filter(offer -> offer.path("order_id").asString("").equals(orderId))
                .map(offer -> offer.path("offer_id").asString(""))
                .findFirst()
                .orElse("");
    }

    Answer accepts(String offer) {
        return post("/v1/driver/offers/%s/accept".formatted(offer), null);
    }

    Answer declines(String offer) {
        return post("/v1/driver/offers/%s/decline".formatted(offer), null);
    }

    Answer arrives(String orderId) {
        return post("/v1/driver/orders/%s/arrive".formatted(orderId), Map.of());
    }

    Answer starts(String orderId, String boardingCode) {
        return post("/v1/driver/orders/%s/start".formatted(orderId), Map.of("boarding_code", boardingCode));
    }

    Answer completes(String orderId) {
        return post("/v1/driver/orders/%s/complete".formatted(orderId), Map.of());
    }
}
