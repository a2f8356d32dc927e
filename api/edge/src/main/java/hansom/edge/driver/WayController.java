package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.FindPosition;
import hansom.contract.geo.GeoQuery.PlanRoute;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.WayShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            description = "From the position that the driver last reported; ask again when he has left it.")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.ORDER_FINISHED,
        RefusalCode.POSITION_UNKNOWN,
        RefusalCode.NO_ROAD_NEAR,
        RefusalCode.UNREACHABLE,
        RefusalCode.OUTSIDE_SERVICE_AREA
    })
    WayShape way(DriverId driver, @PathVariable OrderId id, Locale locale) {
        OrderView order = drivers.order(driver, id, null);
        if (order.status().over()) throw new Refused(RefusalCode.ORDER_FINISHED);
        Point here = questions
                .find(new FindPosition(driver), DriverPosition.class)
                .map(DriverPosition::point)
                .orElseThrow(() -> new Refused(RefusalCode.POSITION_UNKNOWN));
        List<Point> points = new ArrayList<>(List.of(here));
        points.addAll(ahead(order));
        return WayShape.of(questions.get(
                new PlanRoute(points, order.quote().productClass().vehicle(), Languages.of(locale), true),
                Route.class));
    }

    private static List<Point> ahead(OrderView order) {
        List<Waypoint> waypoints = order.quote().waypoints();
        if (order.status() != OrderStatus.IN_PROGRESS)
            return List.of(waypoints.getFirst().point());
        int next = Math.min(1 + order.stopsReached(), waypoints.size() - 1);
        return waypoints.subList(next, waypoints.size()).stream()
                .map(Waypoint::point)
                .toList();
    }
}
