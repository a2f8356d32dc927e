package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.Guidance;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.WayShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
        OrderView order = drivers.order(driver, id, null);
        if (order.status().over()) throw new Refused(RefusalCode.ORDER_FINISHED);
        Guidance guidance = questions.get(
                new GuideDriver(
                        driver,
                        order.ahead(),
                        order.quote().productClass().vehicle(),
                        Languages.of(locale),
                        true,
                        null),
                Guidance.class);
        return WayShape.of(Objects.requireNonNull(guidance.route()));
    }
}
