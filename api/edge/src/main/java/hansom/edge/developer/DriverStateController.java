package hansom.edge.developer;

import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftView;
import hansom.edge.developer.SandboxRunTables.Person;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a driver of a sandbox run do his next step, so that one phone is enough for a whole ride; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/driver-state")
@Tag(name = "Developer")
final class DriverStateController {
    private final SandboxRunTables tables;
    private final DriverSteps steps;

    DriverStateController(SandboxRunTables tables, DriverSteps steps) {
        this.tables = tables;
        this.steps = steps;
    }

    /** What a driver can be made to do. */
    enum Step {
        GO_ONLINE,
        GO_OFFLINE,
        ACCEPT,
        ARRIVED,
        BEGIN_TRIP,
        DROPOFF,
        CANCEL
    }

    /** Who shall do what. */
    @Schema(name = "DriverStateRequest")
    record Wanted(
            @NotNull @Schema(type = "string", description = "Of a sandbox run.")
            DriverId driverId,

            @NotNull
            @Schema(
                    allowableValues = {"GO_ONLINE", "GO_OFFLINE", "ACCEPT", "ARRIVED", "BEGIN_TRIP", "DROPOFF", "CANCEL"
                    })
            String state) {}

    /** How it stands afterwards; the order is the one that the step was about. */
    @Schema(name = "DriverState")
    record State(
            String driverId,
            ShiftView.State shift,
            @Nullable String orderId,
            @Nullable OrderStatus orderStatus,

            @Schema(description = "The order's; read it with min_version of this.") @Nullable
            Long orderVersion) {
        static State of(String driver, ShiftView.State shift, @Nullable OrderView order) {
            return order == null
                    ? new State(driver, shift, null, null, null)
                    : new State(driver, shift, order.orderId().value(), order.status(), order.version());
        }
    }

    @PostMapping
    @Operation(
            summary = "Have a driver of a run do something",
            description =
                    "By the same commands as his app; answered once it shows. ACCEPT waits up to ten seconds for an offer, ARRIVED puts him at the pick-up,"
                            + " BEGIN_TRIP knows the boarding code, DROPOFF drives the planned way, stops included, and sets the rider down,"
                            + " CANCEL declines the offer or gives the order back.")
    @Refuses({
        RefusalCode.DRIVER_UNKNOWN,
        RefusalCode.OFFER_UNKNOWN,
        RefusalCode.OFFER_EXPIRED,
        RefusalCode.OFFER_WITHDRAWN,
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.ORDER_NOT_STARTED,
        RefusalCode.ORDER_ALREADY_STARTED,
        RefusalCode.ORDER_FINISHED,
        RefusalCode.SHIFT_NOT_OPEN,
        RefusalCode.SHIFT_BUSY,
        RefusalCode.SHIFT_ALREADY_OPEN,
        RefusalCode.VIEW_BEHIND
    })
    State step(@Valid @RequestBody Wanted wanted) {
        Step step = step(wanted.state());
        Person driver = tables.driver(wanted.driverId().value())
                .orElseThrow(() -> new Refused(RefusalCode.DRIVER_UNKNOWN, "no driver of a sandbox run"));
        return switch (step) {
            case GO_ONLINE -> State.of(driver.id(), steps.goOnline(driver).state(), null);
            case GO_OFFLINE -> State.of(driver.id(), steps.goOffline(driver).state(), null);
            case ACCEPT -> after(driver, steps.accept(driver));
            case ARRIVED -> after(driver, steps.arrive(driver));
            case BEGIN_TRIP -> after(driver, steps.begin(driver));
            case DROPOFF -> after(driver, steps.dropOff(driver));
            case CANCEL -> after(driver, steps.cancel(driver));
        };
    }

    private State after(Person driver, @Nullable OrderView order) {
        return State.of(driver.id(), steps.shift(driver).state(), order);
    }

    private static Step step(String named) {
        try {
            return Step.valueOf(named.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refused.at("#/state", "is none of the known states");
        }
    }
}
