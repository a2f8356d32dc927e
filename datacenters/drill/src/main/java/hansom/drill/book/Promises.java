package hansom.drill.book;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each promise of an answer and each frame against the events: what was accepted is there, and nobody missed a number of his feed. */
final class Promises {
    /** An accepted call, and the events of which one must be in the stream of the id that its path names. */
    private record Step(Pattern call, String prefix, List<String> events) {
        static Step of(String call, String prefix, String... events) {
            return new Step(Pattern.compile(call), prefix, List.of(events));
        }
    }

    private static final List<Step> STEPS = List.of(
            Step.of("PUT /v1/orders/ord_([^/?]*)", "ord_", "OrderPlaced"),
            Step.of("POST /v1/orders/ord_([^/?]*)/cancel", "ord_", "OrderCancelled"),
            Step.of("POST /v1/orders/ord_([^/?]*)/tip", "pay_", "TipRequested"),
            Step.of("POST /v1/driver/orders/ord_([^/?]*)/arrive", "ord_", "DriverArrived"),
            Step.of("POST /v1/driver/orders/ord_([^/?]*)/start", "ord_", "TripStarted"),
            Step.of("POST /v1/driver/orders/ord_([^/?]*)/stop", "ord_", "StopReached"),
            Step.of("POST /v1/driver/orders/ord_([^/?]*)/complete", "ord_", "TripEnded"),
            Step.of("POST /v1/driver/orders/ord_([^/?]*)/cancel", "ord_", "DriverLost", "OrderCancelled"));
    private static final Pattern OFFER =
            Pattern.compile("POST /v1/driver/offers/(off_([0-9a-f-]{36})_[^/]*)/(accept|decline)");
    private static final Map<String, String> ID_OF_FRAME = Map.of(
            "order", "order_id",
            "payment", "payment_id",
            "shift", "shift_id",
            "offer", "shift_id",
            "rating", "rating_id",
            "payout", "payout_id");

    private final Map<String, List<Event>> streams;
    private final Map<String, Long> lengths;
    private final Findings findings;

    Promises(Kept kept, Findings findings) {
        this.streams = kept.streams();
        this.lengths = kept.lengths();
        this.findings = findings;
    }

    void count(Diaries diaries) {
        diaries.all().filter(Told::isAnswer).forEach(this::answer);
        diaries.all().filter(Told::isFrame).forEach(this::frame);
        diaries.people().forEach(this::sequence);
    }

    private void answer(Told told) {
        var body = told.at("body");
        if (body.has("id") && body.has("version"))
            reached(told, body.path("id").asString(""), body.path("version").asLong());
        for (Step step : STEPS) {
            Matcher call = step.call().matcher(told.call());
            if (call.matches()) happened(told, step.prefix() + call.group(1), step.events());
        }
        Matcher offer = OFFER.matcher(told.call());
        if (offer.matches()) answered(told, offer.group(1), "sft_" + offer.group(2), offer.group(3));
    }

    private void reached(Told told, String stream, long version) {
        long last = lengths.getOrDefault(stream, -1L);
        if (last < version) findings.lost(told.toString(), "%s up to event %d".formatted(stream, last));
    }

    private void happened(Told told, String stream, List<String> types) {
        List<Event> events = streams.getOrDefault(stream, List.of());
        if (events.stream().noneMatch(event -> types.contains(event.type())))
            findings.lost(told.toString(), "%s with %s".formatted(stream, types(events)));
    }

    /** Whoever declines what was taken back or ran out just before is told that it is well so. */
    private void answered(Told told, String offer, String shift, String answer) {
        List<String> types = answer.equals("accept")
                ? List.of("OfferAccepted")
                : List.of("OfferDeclined", "OfferWithdrawn", "OfferLapsed");
        boolean there = streams.getOrDefault(shift, List.of()).stream()
                .anyMatch(event ->
                        types.contains(event.type()) && event.text("offer_id").equals(offer));
        if (!there) findings.lost(told.toString(), "no " + types.getFirst() + " in " + shift);
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(Event::type).toList();
    }

    private void frame(Told told) {
        String name = ID_OF_FRAME.get(told.text("type"));
        if (name == null || !told.at("version").isNumber()) return;
        String stream = told.at("data").path(name).asString("");
        if (!stream.isEmpty()) reached(told, stream, told.at("version").asLong());
    }

    /** Numbers go up by one; a snapshot tells where everything stands and begins a new count. */
    private void sequence(List<Told> diary) {
        long last = -1;
        for (Told told : diary) {
            if (!told.isFrame() || !told.at("seq").isNumber()) continue;
            long seq = told.at("seq").asLong();
            boolean skipped = !told.text("type").equals("snapshot") && last >= 0 && seq > last + 1;
            if (skipped) findings.lost("news %d to %d before: %s".formatted(last + 1, seq - 1, told), "nothing heard");
            last = told.text("type").equals("snapshot") ? seq : Math.max(last, seq);
        }
    }
}
