package hansom.drill.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No ride happens twice, no driver has two at once, and nothing that is over is still held by anybody. */
final class Rides {
    private static final Set<String> ONCE =
            Set.of("OrderPlaced", "TripStarted", "TripEnded", "OrderCompleted", "OrderCancelled");
    private static final Set<String> DRIVERS_TURN =
            Set.of("DriverAssigned", "DriverArrived", "TripStarted", "StopReached");

    private final Kept kept;
    private final Map<String, Event> ends;
    private final Findings findings;

    Rides(Kept kept, Findings findings) {
        this.kept = kept;
        this.ends = kept.ends();
        this.findings = findings;
    }

    void count() {
        kept.streams().forEach((stream, events) -> {
            if (stream.startsWith("ord_")) order(stream, events);
            if (stream.startsWith("sft_")) shift(stream, events);
        });
        drivers();
        for (Kept.OpenSaga saga : kept.sagas())
            if (ends.containsKey(saga.order()))
                findings.stuck("%s is over".formatted(saga.order()), "%s %s".formatted(saga.type(), saga.id()));
        kept.parked().forEach(parked -> findings.stuck("nothing is parked or left undone", parked));
    }

    /** An order is over, or waits for a driver's next step: then it is honestly open. */
    private void order(String stream, List<Event> events) {
        for (String type : ONCE) {
            long times =
                    events.stream().filter(event -> event.type().equals(type)).count();
            if (times > 1) findings.twice("one %s of %s".formatted(type, stream), String.valueOf(times));
        }
        long ended = events.stream()
                .filter(event ->
                        event.type().equals("OrderCompleted") || event.type().equals("OrderCancelled"))
                .count();
        if (ended > 1) findings.twice("one end of " + stream, String.valueOf(ended));
        String last = events.stream()
                .map(Event::type)
                .filter(type -> !type.equals("RouteChanged") && !type.startsWith("Payment"))
                .reduce("nothing", (first, second) -> second);
        if (ended == 0 && !DRIVERS_TURN.contains(last)) findings.stuck(stream + " comes to an end", "last " + last);
    }

    private void shift(String stream, List<Event> events) {
        String holds = "";
        for (Event event : events)
            switch (event.type()) {
                case "OfferAccepted" -> {
                    if (!holds.isEmpty() && !holds.equals(event.text("order_id")))
                        findings.twice("%s holds %s".formatted(stream, holds), "and took " + event.text("order_id"));
                    holds = event.text("order_id");
                }
                case "ShiftReleased", "ShiftClosed" -> holds = "";
                default -> {
                    // What was shown and not taken holds nobody.
                }
            }
        if (ends.containsKey(holds))
            findings.stuck("%s is over".formatted(holds), "%s still holds it".formatted(stream));
    }

    private void drivers() {
        Map<String, String> driving = new HashMap<>();
        Map<String, String> driverOf = new HashMap<>();
        for (Event event : kept.events())
            switch (event.type()) {
                case "DriverAssigned" -> {
                    String driver =
                            event.body().path("driver").path("driver_id").asString("");
                    String before = driving.put(driver, event.stream());
                    if (before != null && !before.equals(event.stream()))
                        findings.twice("%s drives %s".formatted(driver, before), "and was given " + event.stream());
                    driverOf.put(event.stream(), driver);
                }
                case "TripEnded", "DriverLost", "OrderCancelled" -> {
                    String driver = driverOf.remove(event.stream());
                    if (driver != null) driving.remove(driver, event.stream());
                }
                default -> {
                    // The rest gives no driver and takes none.
                }
            }
    }
}
