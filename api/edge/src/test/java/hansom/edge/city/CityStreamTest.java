package hansom.edge.city;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.city.City;
import hansom.contract.driver.DriverId;
import hansom.contract.geo.CarsOnShift;
import hansom.contract.geo.Point;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import hansom.edge.testing.Ridden;
import hansom.edge.testing.Rides;
import hansom.edge.testing.Town;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city as it is told to who watches, with a town of one car behind it. */
@Timeout(120)
class CityStreamTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final OrderId ORDER = Rides.ORDER;
    private static final String BEN = "drv_01935d2a-0000-7000-8000-000000000001";
    private static WholeEdge edge;
    private static Town town;
    private static Visitor anybody;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open();
        town = edge.town();
        anybody = edge.visitor();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    /** A stream that is read event by event. */
    private static final class Watching implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final InputStream body;
        private final Scanner lines;

        Watching() throws Exception {
            body = http.send(
                            HttpRequest.newBuilder(URI.create(anybody.base() + "/v1/city/live"))
                                    .build(),
                            BodyHandlers.ofInputStream())
                    .body();
            lines = new Scanner(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        /** The data of the next event of this name; others are passed over. */
        JsonNode next(String name) {
            String event = "";
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("event:")) event = line.substring(6).strip();
                if (line.startsWith("data:") && event.equals(name)) return JSON.readTree(line.substring(5));
            }
            throw new AssertionError("the stream ended before " + name);
        }

        @Override
        public void close() throws java.io.IOException {
            body.close();
            http.shutdownNow();
        }
    }

    private static CarsOnShift.Car car(Point at, CarsOnShift.State state, List<Point> bends) {
        return new CarsOnShift.Car(
                BEN, at, Rides.NOON, 90, state, state == CarsOnShift.State.BUSY ? ORDER : null, bends);
    }

    private static City.Order order(OrderStatus status) {
        return new City.Order(
                ORDER,
                status,
                new Point(43.7384, 7.4246),
                new Point(43.7325, 7.4180),
                new DriverId(BEN),
                Rides.NOON,
                Rides.NOON);
    }

    private static void see(CarsOnShift.Car car, List<City.Order> orders) {
        town.cars.clear();
        town.cars.add(car);
        town.cityOrders.clear();
        town.cityOrders.addAll(orders);
    }

    @Test
    void beginsWithEverythingAndGoesOnWithWhatChanges() throws Exception {
        see(car(new Point(43.7384, 7.4246), CarsOnShift.State.FREE, List.of()), List.of());
        try (Watching watching = new Watching()) {
            JsonNode all = watching.next("city");
            assertThat(all.path("sandbox").asBoolean()).isTrue();
            assertThat(all.path("cars").get(0).path("state").asString()).isEqualTo("free");
            assertThat(all.path("figures").path("free_drivers").asInt()).isEqualTo(1);
            assertThat(all.path("figures").path("median_wait_seconds").asDouble())
                    .isEqualTo(42);

            Point bend = new Point(43.7385, 7.4250);
            see(
                    car(new Point(43.7386, 7.4255), CarsOnShift.State.BUSY, List.of(bend)),
                    List.of(order(OrderStatus.IN_PROGRESS)));
            JsonNode moved = watching.next("cars").path("cars").get(0);
            assertThat(moved.path("state").asString()).isEqualTo("ride");
            assertThat(moved.path("order_id").asString()).isEqualTo(ORDER.value());
            assertThat(moved.path("path").get(0).get(0).asDouble()).isEqualTo(bend.lat());
            JsonNode ordered = watching.next("orders").path("orders").get(0);
            assertThat(ordered.path("status").asString()).isEqualTo("in_progress");
            assertThat(watching.next("figures").path("free_drivers").asInt()).isZero();

            town.cars.clear();
            assertThat(watching.next("cars").path("gone").get(0).asString()).isEqualTo(BEN);
        }
    }

    @Test
    void tellsTheStoryOfAnOrderWithoutWhatIsSecret() {
        town.orders.put(ORDER, Ridden.by(Town.STRANGER, town.ben));
        Answer told = anybody.get("/v1/city/orders/" + ORDER);
        assertThat(told.status()).isEqualTo(200);
        JsonNode order = told.json().path("order");
        assertThat(order.path("order_id").asString()).isEqualTo(ORDER.value());
        assertThat(order.has("boarding_code")).isFalse();
        assertThat(told.json().path("events").findValuesAsString("type"))
                .containsExactly("order_placed", "offer_shown");
        Answer russian = anybody.send("GET", "/v1/city/orders/" + ORDER, "", Map.of("Accept-Language", "ru"));
        assertThat(russian.json().path("events").get(0).path("text").asString()).isEqualTo("Заказ оформлен.");
    }
}
