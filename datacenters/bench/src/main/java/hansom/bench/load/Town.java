package hansom.bench.load;

import hansom.bench.app.DriverApp;
import hansom.bench.app.Http;
import hansom.bench.app.Live;
import hansom.bench.app.Phone;
import hansom.bench.app.RiderApp;
import hansom.bench.app.Spot;
import hansom.bench.app.Unreachable;
import hansom.bench.app.Wire;
import hansom.bench.node.Node;
import hansom.bench.node.Rest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Signed-in riders with a card and drivers on shift, each with a live connection, who leave on the board what they hear. */
public final class Town implements AutoCloseable {
    private static final double SPREAD_DEGREES = 0.003;
    private static final long REPORT_MILLIS = 4_000;
    private static final int SIGN_IN_AT_ONCE = 6;

    private final Node node;
    private final Wire wire;
    private final Spot middle;
    private final Board board = new Board();
    private final BlockingQueue<Customer> free = new LinkedBlockingQueue<>();
    private final Map<String, Cab> cabs = new ConcurrentHashMap<>();
    private final List<Live> lives = new ArrayList<>();
    private volatile boolean open = true;

    /** A rider who can order. */
    record Customer(RiderApp app, String card) {}

    /** A driver on shift, and where he stands. */
    private static final class Cab {
        private final DriverApp app;
        private final Live live;
        private volatile Spot spot;

        Cab(DriverApp app, Live live, Spot spot) {
            this.app = app;
            this.live = live;
            this.spot = spot;
        }
    }

    private Town(Node node) {
        this.node = node;
        this.wire = new Http(node.url());
        JsonNode centre = new Phone(wire).get("/v1").orRefused().at("map").path("centre");
        this.middle = new Spot(centre.path("lat").asDouble(), centre.path("lng").asDouble());
    }

    /** As many drivers as riders sign in and are ready. */
    public static Town of(Node node, int people, RandomGenerator random) throws Exception {
        Town town = new Town(node);
        List<Spot> spots = new ArrayList<>();
        for (int which = 0; which < people; which++) spots.add(town.near(random));
        try (ExecutorService hands = Executors.newFixedThreadPool(SIGN_IN_AT_ONCE)) {
            List<Future<?>> coming = new ArrayList<>();
            for (int which = 0; which < people; which++) {
                int number = which;
                coming.add(hands.submit(() -> town.rider(number)));
                coming.add(hands.submit(() -> town.driver(number, spots.get(number))));
            }
            for (Future<?> one : coming) one.get();
        }
        Thread.ofVirtual().start(town::report);
        return town;
    }

    Spot near(RandomGenerator random) {
        return middle.near(random, SPREAD_DEGREES);
    }

    private void rider(int number) {
        RiderApp app = new RiderApp(wire, "+3779301%05d".formatted(number), "Anna");
        String card = app.addCard("tok_visa");
        keep(Live.open(node.live(), app, this::riderHears));
        free.add(new Customer(app, card));
    }

    private void driver(int number, Spot spot) {
        DriverApp app = new DriverApp(wire, "+3779302%05d".formatted(number), "Ben");
        app.becomesApproved();
        app.goOnShift().orRefused();
        Live live = Live.open(node.live(), app, frame -> driverHears(app.person(), frame));
        keep(live);
        cabs.put(app.person(), new Cab(app, live, spot));
    }

    private synchronized void keep(Live live) {
        lives.add(live);
    }

    private void riderHears(JsonNode frame) {
        JsonNode data = frame.path("data");
        switch (frame.path("type").asString("")) {
            case "order" -> {
                String order = data.path("order_id").asString("");
                board.leave(
                        order + " " + data.path("status").asString(""),
                        data.path("boarding_code").asString(""));
            }
            case "payment" ->
                board.leave(
                        data.path("order_id").asString("") + " payment "
                                + data.path("status").asString(""),
                        "");
            default -> {
                // Heartbeats, positions of cars, ratings: nobody waits for them.
            }
        }
    }

    private void driverHears(String driver, JsonNode frame) {
        if (!frame.path("type").asString("").equals("offer")) return;
        JsonNode offer = frame.path("data").path("offer");
        board.leave(
                offer.path("order_id").asString("") + " offer",
                driver + " " + offer.path("offer_id").asString(""));
    }

    /** Each phone tells where it is every few seconds. */
    private void report() {
        while (open) {
            for (Cab cab : cabs.values()) {
                Spot spot = cab.spot;
                cab.live.say(Map.of(
                        "type",
                        "position",
                        "lat",
                        spot.lat(),
                        "lng",
                        spot.lng(),
                        "at",
                        Instant.now().toString()));
            }
            Rest.ofMillis(REPORT_MILLIS);
        }
    }

    /** Somebody who has no order now, or nobody when all have one. */
    java.util.Optional<Customer> customer() {
        return java.util.Optional.ofNullable(free.poll());
    }

    void back(Customer customer) {
        free.add(customer);
    }

    DriverApp driver(String person) {
        Cab cab = cabs.get(person);
        if (cab == null) throw new IllegalStateException("nobody knows " + person);
        return cab.app;
    }

    void stands(String person, Spot spot) {
        Cab cab = cabs.get(person);
        if (cab != null) cab.spot = spot;
    }

    Board board() {
        return board;
    }

    public int people() {
        return cabs.size();
    }

    /** How a ride stands, as its rider sees it. */
    static String status(Customer customer, String order) {
        try {
            var seen = customer.app().look(order);
            return seen.text("status") + " " + seen.at("payment").path("status").asString("");
        } catch (Unreachable away) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        open = false;
        lives.forEach(Live::close);
    }
}
