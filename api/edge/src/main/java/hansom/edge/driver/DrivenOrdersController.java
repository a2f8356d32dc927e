package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.ArriveAtPickup;
import hansom.contract.order.OrderCommand.CancelByDriver;
import hansom.contract.order.OrderCommand.EndTrip;
import hansom.contract.order.OrderCommand.ReachStop;
import hansom.contract.order.OrderCommand.StartTrip;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.ListOrdersOfDriver;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.OrderShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The order that a driver drives, step by step; every step may be told late ({@code at}) or twice. */
@RestController
@RequestMapping("/v1/driver")
@Tag(name = "Driver: orders")
final class DrivenOrdersController {
    private final Commands commands;
    private final Questions questions;
    private final Drivers drivers;
    private final PersonalTexts texts;

    DrivenOrdersController(Commands commands, Questions questions, Drivers drivers, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.drivers = drivers;
        this.texts = texts;
    }

    /** When it happened, for a call that comes late. */
    @Schema(name = "StepRequest")
    record Step(
            @Schema(description = "When it happened; now when left out.") @Nullable
            Instant at) {}

    /** The rider is in the car. */
    @Schema(name = "StartRequest")
    record Start(
            @Schema(description = "The rider's four digits.", example = "4711") @NotNull @Pattern(regexp = "\\d{4}")
            String boardingCode,

            @Nullable Instant at) {}

    /** A stop on the way, from 1. */
    @Schema(name = "StopRequest")
    record Stop(
            @NotNull @Min(1) @Max(5) @Schema(example = "1") Integer stop,
            @Nullable Instant at) {}

    /** Why the driver gives the order back. */
    @Schema(name = "GiveBackRequest")
    record GiveBack(
            @NotNull @Schema(allowableValues = {"rider_unreachable", "car_trouble", "road_closed", "personal"})
            GiveUpReason reason,

            @Schema(description = "The rider did not come; ends the order once free waiting is over.") @Nullable
            Boolean noShow) {}

    @GetMapping("/orders/current")
    @Operation(summary = "The order that the driver has now")
    @Refuses(RefusalCode.ORDER_UNKNOWN)
    OrderShape current(DriverId driver) {
        return questions
                .find(new FindDrivenOrder(driver), OrderView.class)
                .map(order -> OrderShape.of(order, driver.value(), texts))
                .orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN, "no order at the moment"));
    }

    @GetMapping("/orders/{id}")
    @Operation(summary = "An order that the driver drives or drove")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    OrderShape order(
            DriverId driver,
            @PathVariable OrderId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return OrderShape.of(drivers.order(driver, id, minVersion), driver.value(), texts);
    }

    @GetMapping("/history")
    @Operation(summary = "Orders that the driver drove, newest first")
    Page<OrderShape> history(
            DriverId driver,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        OrderPage page = questions.get(new ListOrdersOfDriver(driver, cursor, limit), OrderPage.class);
        return Page.of(page.orders(), page.next(), order -> OrderShape.of(order, driver.value(), texts));
    }

    @PostMapping("/orders/{id}/arrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "At the pick-up")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.NOT_ASSIGNED_YET,
        RefusalCode.NOT_YOUR_ORDER,
        RefusalCode.ORDER_FINISHED
    })
    Accepted arrive(DriverId driver, @PathVariable OrderId id, @RequestBody(required = false) @Nullable Step step) {
        return commands.accept(id, new ArriveAtPickup(id, driver, at(step)));
    }

    @PostMapping("/orders/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The rider is in the car")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.NOT_ASSIGNED_YET,
        RefusalCode.NOT_YOUR_ORDER,
        RefusalCode.BOARDING_CODE_WRONG,
        RefusalCode.BOARDING_CODE_PAUSED,
        RefusalCode.ORDER_FINISHED
    })
    Accepted start(DriverId driver, @PathVariable OrderId id, @Valid @RequestBody Start start) {
        return commands.accept(id, new StartTrip(id, driver, start.boardingCode(), start.at()));
    }

    @PostMapping("/orders/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "At a stop")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.NOT_YOUR_ORDER,
        RefusalCode.ORDER_NOT_STARTED,
        RefusalCode.STOP_OUT_OF_ORDER,
        RefusalCode.ORDER_FINISHED
    })
    Accepted stop(DriverId driver, @PathVariable OrderId id, @Valid @RequestBody Stop stop) {
        return commands.accept(id, new ReachStop(id, driver, stop.stop(), stop.at()));
    }

    @PostMapping("/orders/{id}/complete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The rider is set down", description = "The fare is final once the track is matched to roads.")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.NOT_YOUR_ORDER,
        RefusalCode.ORDER_NOT_STARTED,
        RefusalCode.ORDER_FINISHED
    })
    Accepted complete(DriverId driver, @PathVariable OrderId id, @RequestBody(required = false) @Nullable Step step) {
        return commands.accept(id, new EndTrip(id, driver, at(step)));
    }

    @PostMapping("/orders/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Give the order back",
            description = "It looks for another driver unless the rider did not come.")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.NOT_YOUR_ORDER,
        RefusalCode.NOT_AT_PICKUP,
        RefusalCode.TOO_EARLY_FOR_NO_SHOW,
        RefusalCode.ORDER_ALREADY_STARTED,
        RefusalCode.ORDER_FINISHED
    })
    Accepted cancel(DriverId driver, @PathVariable OrderId id, @Valid @RequestBody GiveBack back) {
        if (back.reason() == GiveUpReason.SHIFT_CLOSED || back.reason() == GiveUpReason.OPERATOR_DECISION)
            throw Refused.at("#/reason", "is not a driver's to give");
        return commands.accept(id, new CancelByDriver(id, driver, Boolean.TRUE.equals(back.noShow()), back.reason()));
    }

    private static @Nullable Instant at(@Nullable Step step) {
        return step == null ? null : step.at();
    }
}
