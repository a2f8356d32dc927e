package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.VehicleType;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListOtherWays;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.OtherWays;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.RouteShape;
import hansom.edge.shape.WayShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows a driver the way on: to the pick-up before the trip, then through the stops that are left to the drop-off. */
@RestController
@Tag(name = "Driver: orders")
final class WayController {
    private final Questions questions;
    private final Drivers drivers;

    WayController(Questions questions, Drivers drivers) {
        this.questions = questions;
        this.drivers = drivers;
    }

    @GetMapping("/v1/driver/orders/{id}/way")
    @Operation(
            summary = "The way on, turn by turn",
            description =
                    "From the position that the driver last reported. It stays the same while he follows it; the live connection tells (way) when another takes its place.")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.ORDER_FINISHED,
        RefusalCode.POSITION_UNKNOWN,
        RefusalCode.NO_ROAD_NEAR,
        RefusalCode.UNREACHABLE,
        RefusalCode.OUTSIDE_SERVICE_AREA
    })
    WayShape way(DriverId driver, @PathVariable OrderId id, Locale locale) {
        OrderView order = running(driver, id);
        Guidance guidance = questions.get(
                new GuideDriver(driver, order.ahead(), vehicle(order), Languages.of(locale), true, null),
                Guidance.class);
        return WayShape.of(Objects.requireNonNull(guidance.route()));
    }

    /** Ways that the driver may take as well, the fastest first. */
    @Schema(name = "OtherWays")
    record Others(List<RouteShape> ways) {
        Others {
            ways = List.copyOf(ways);
        }
    }

    @GetMapping("/v1/driver/orders/{id}/way/others")
    @Operation(
            summary = "Other ways that are nearly as good",
            description =
                    "Up to two, each at most a quarter longer in time than the way that the driver keeps to, and mostly on other roads; none where there are none. Who takes one is given the way on from there.")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.ORDER_FINISHED,
        RefusalCode.POSITION_UNKNOWN,
        RefusalCode.NO_ROAD_NEAR,
        RefusalCode.UNREACHABLE,
        RefusalCode.OUTSIDE_SERVICE_AREA
    })
    Others others(DriverId driver, @PathVariable OrderId id, Locale locale) {
        OrderView order = running(driver, id);
        OtherWays others = questions.get(
                new ListOtherWays(driver, order.ahead(), vehicle(order), Languages.of(locale)), OtherWays.class);
        return new Others(others.routes().stream().map(RouteShape::of).toList());
    }

    private OrderView running(DriverId driver, OrderId id) {
        OrderView order = drivers.order(driver, id, null);
        if (order.status().over()) throw new Refused(RefusalCode.ORDER_FINISHED);
        return order;
    }

    private static VehicleType vehicle(OrderView order) {
        return order.quote().productClass().vehicle();
    }
}
