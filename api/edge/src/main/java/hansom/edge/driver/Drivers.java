package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverView;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs to the driver who calls; an order that he does not drive is as unknown as one that never was. */
@Component
final class Drivers {
    private final Questions questions;

    Drivers(Questions questions) {
        this.questions = questions;
    }

    /** Whoever has a token is registered; his page may be a moment behind. */
    DriverView driver(DriverId driver, @Nullable Long minVersion) {
        return questions
                .fresh(
                        Objects.requireNonNullElse(minVersion, 0L),
                        () -> questions.find(new FindDriver(driver), DriverView.class),
                        DriverView::version)
                .orElseThrow(() -> new Refused(RefusalCode.DRIVER_UNKNOWN));
    }

    /** A driver who never was on shift has one that is off. */
    ShiftView shift(DriverId driver, @Nullable Long minVersion) {
        ShiftId shift = ShiftId.of(driver);
        return questions
                .fresh(minVersion, () -> questions.find(new FindShift(shift), ShiftView.class), ShiftView::version)
                .orElseGet(() -> new ShiftView(shift, ShiftView.State.OFF, null, null, null, false, null, null, 0));
    }

    OrderView order(DriverId driver, OrderId order, @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> findOrder(driver, order), OrderView::version)
                .orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN));
    }

    private Optional<OrderView> findOrder(DriverId driver, OrderId order) {
        return questions
                .find(new FindOrder(order), OrderView.class)
                .filter(view ->
                        view.driver() != null && view.driver().driverId().equals(driver));
    }
}
