package hansom.drill.book;

import hansom.bench.app.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small recorded day: what people wrote down and what the node kept of it, to be spoiled by tests. */
final class Town {
    static final String UUID = "01935d2a-0000-7000-8000-000000000001";
    static final String ORDER = "ord_" + UUID;
    static final String PAYMENT = "pay_" + UUID;
    static final String SHIFT = "sft_" + UUID;
    static final String DRIVER = "drv_" + UUID;
    static final String OFFER = "off_%s_%s_1".formatted(UUID, UUID);
    static final String CARD = "\"method\":{\"type\":\"Card\"}";

    final List<Event> events = new ArrayList<>();
    final List<Kept.Hold> holds = new ArrayList<>();
    final List<Kept.Transfer> transfers = new ArrayList<>();
    final List<Kept.OpenSaga> sagas = new ArrayList<>();
    final List<String> parked = new ArrayList<>();
    final List<String> diary = new ArrayList<>();

    /** A ride that was driven and paid, and everything that was promised on the way. */
    static Town afterARide() {
        Town town = new Town();
        town.ride(ORDER, DRIVER, SHIFT, OFFER);
        town.events(
                PAYMENT,
                "AuthorisationRequested {'call_id':'%s:authorise:1'}".formatted(PAYMENT),
                "PaymentAuthorised {'call_id':'%s:authorise:1'}".formatted(PAYMENT),
                "CaptureRequested {'call_id':'%s:capture:1'}".formatted(PAYMENT),
                "PaymentCaptured {'call_id':'%s:capture:1','amount':{'amount_minor':575},%s}".formatted(PAYMENT, CARD));
        town.holds.add(new Kept.Hold("sbx-%s.authorise.1".formatted(PAYMENT), "TAKEN", 575, 0));
        town.answers("PUT", "/v1/orders/" + ORDER, ORDER, 1);
        town.answers("POST", "/v1/driver/offers/%s/accept".formatted(OFFER), SHIFT, 1);
        town.answers("POST", "/v1/driver/orders/%s/arrive".formatted(ORDER), ORDER, 3);
        town.answers("POST", "/v1/driver/orders/%s/start".formatted(ORDER), ORDER, 4);
        town.answers("POST", "/v1/driver/orders/%s/complete".formatted(ORDER), ORDER, 5);
        for (int seq = 7; seq < 10; seq++) town.hears(seq, ORDER, seq - 4);
        return town;
    }

    private void ride(String order, String driver, String shift, String offer) {
        String assigned = "{'driver':{'driver_id':'%s'}}".formatted(driver);
        String offered = "{'order_id':'%s','offer_id':'%s'}".formatted(order, offer);
        events(order, "OrderPlaced {}", "SearchStarted {}");
        events(shift, "ShiftOpened {}", "OfferAccepted " + offered);
        events(order, "DriverAssigned " + assigned, "DriverArrived {}", "TripStarted {}", "TripEnded {}");
        events(shift, "ShiftReleased " + offered);
        events(order, "OrderCompleted {'fare':{'total':{'amount_minor':575}},%s}".formatted(CARD));
    }

    /** Adds to a stream; each as its type and its body. */
    Town events(String stream, String... each) {
        for (String event : each) {
            String[] parts = event.split(" ", 2);
            long sequence = events.stream()
                    .filter(before -> before.stream().equals(stream))
                    .count();
            events.add(new Event(events.size(), stream, sequence, parts[0], Http.JSON.readTree(quoted(parts[1]))));
        }
        return this;
    }

    void forget(String type) {
        events.removeIf(event -> event.type().equals(type));
    }

    void answers(String method, String path, String id, long version) {
        diary.add(quoted("{'kind':'answer','method':'%s','path':'%s','status':202,'body':{'id':'%s','version':%d}}"
                .formatted(method, path, id, version)));
    }

    void hears(long seq, String order, long version) {
        diary.add(
                quoted("{'kind':'frame','seq':%d,'type':'order','order_id':'%s','version':%d,'data':{'order_id':'%s'}}"
                        .formatted(seq, order, version, order)));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    Findings counted(Path folder) throws IOException {
        Files.write(folder.resolve("37791000001.jsonl"), diary);
        return Count.of(Diaries.read(folder), new Kept(events, holds, transfers, sagas, parked));
    }
}
