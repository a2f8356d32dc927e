package hansom.edge.city;

import hansom.contract.city.City;
import hansom.contract.geo.CarsOnShift;
import hansom.contract.order.OrderStatus;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a watcher of the city is told, event by event. */
final class CityShape {
    private CityShape() {}

    /** What a car is doing, as the map shows it. */
    enum State {
        FREE,
        WAY,
        RIDE,
        PAUSED
    }

    /** A car. */
    @Schema(name = "CityCar")
    record Car(
            String tag,
            double lat,
            double lng,
            @Nullable Integer heading,

            @Schema(description = "Free; on the way to a rider; with a rider; resting.")
            State state,

            @Schema(description = "When it said so.") Instant at,

            @Schema(
                    description =
                            "The bends of the road since it was told of last, as pairs of latitude and longitude.")
            @Nullable
            List<List<Double>> path,

            @Nullable String orderId) {

        static Car of(CarsOnShift.Car car, @Nullable OrderStatus order) {
            return new Car(
                    car.tag(),
                    rounded(car.point().lat()),
                    rounded(car.point().lng()),
                    car.heading(),
                    state(car.state(), order),
                    car.at(),
                    car.bends().isEmpty()
                            ? null
                            : car.bends().stream()
                                    .map(bend -> List.of(rounded(bend.lat()), rounded(bend.lng())))
                                    .toList(),
                    car.order() == null ? null : car.order().value());
        }

        private static State state(CarsOnShift.State car, @Nullable OrderStatus order) {
            return switch (car) {
                case FREE, OFFERED -> State.FREE;
                case PAUSED -> State.PAUSED;
                case BUSY -> order == OrderStatus.IN_PROGRESS ? State.RIDE : State.WAY;
            };
        }

        /** To a tenth of a metre. */
        private static double rounded(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }
    }

    /** An order. */
    @Schema(name = "CityOrder")
    record Order(
            String id,
            OrderStatus status,
            PointShape pickup,
            PointShape dropOff,
            @Nullable String car,
            Instant placedAt,
            Instant since) {
        static Order of(City.Order order) {
            return new Order(
                    order.orderId().value(),
                    order.status(),
                    PointShape.of(order.pickup()),
                    PointShape.of(order.dropOff()),
                    order.driverId() == null ? null : order.driverId().value(),
                    order.placedAt(),
                    order.since());
        }
    }

    /** How the city does. */
    @Schema(name = "CityFigures")
    record Figures(
            @Schema(description = "The business time.") Instant now,
            int ordersLastMinute,
            int waitingNow,
            int underWay,

            @Schema(description = "Of those who found a car in the last quarter of an hour.") @Nullable
            Double medianWaitSeconds,

            int cars,
            int freeDrivers,
            double eventsPerSecond,
            long viewsBehindEvents,
            double viewsBehindSeconds) {

        static Figures of(City.Figures city, List<Car> cars, Instant now) {
            Duration wait = city.medianWait();
            return new Figures(
                    now,
                    city.ordersLastMinute(),
                    city.waitingNow(),
                    city.underWay(),
                    wait == null ? null : wait.toMillis() / 1000.0,
                    cars.size(),
                    (int) cars.stream().filter(car -> car.state() == State.FREE).count(),
                    city.eventsPerSecond(),
                    city.viewsBehindEvents(),
                    city.viewsBehind().toMillis() / 1000.0);
        }
    }

    /** Everything at once: the first event of a stream, and again after a gap. */
    @Schema(name = "CitySnapshot")
    record Snapshot(boolean sandbox, List<Car> cars, List<Order> orders, Figures figures) {
        Snapshot {
            cars = List.copyOf(cars);
            orders = List.copyOf(orders);
        }
    }

    /** Cars that moved or changed, and the tags of those that are gone. */
    @Schema(name = "CityCars")
    record CarsChanged(List<Car> cars, List<String> gone) {
        CarsChanged {
            cars = List.copyOf(cars);
            gone = List.copyOf(gone);
        }
    }

    /** Orders that are new or changed, and the ids of those that are no longer shown. */
    @Schema(name = "CityOrders")
    record OrdersChanged(List<Order> orders, List<String> gone) {
        OrdersChanged {
            orders = List.copyOf(orders);
            gone = List.copyOf(gone);
        }
    }
}
