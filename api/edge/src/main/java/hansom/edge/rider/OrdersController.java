package hansom.edge.rider;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareQuery.PriceCancelling;
import hansom.contract.fare.Quote;
import hansom.contract.order.CancelReason;
import hansom.contract.order.Guest;
import hansom.contract.order.OrderCommand.CancelByRider;
import hansom.contract.order.OrderCommand.ChangePaymentMethod;
import hansom.contract.order.OrderCommand.ChangeRoute;
import hansom.contract.order.OrderCommand.PlaceOrder;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.ListCurrentOrders;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.FareShape;
import hansom.edge.shape.OrderShape;
import hansom.edge.shape.PaymentShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A rider's order, from placing it to changing or cancelling it. */
@RestController
@RequestMapping("/v1/orders")
@Tag(name = "Rider: orders")
final class OrdersController {
    private final Commands commands;
    private final Questions questions;
    private final Riders riders;
    private final PersonalTexts texts;

    OrdersController(Commands commands, Questions questions, Riders riders, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.riders = riders;
        this.texts = texts;
    }

    /** The rider takes the quoted fare. */
    @Schema(name = "PlaceOrderRequest")
    record Placing(
            @NotBlank @Size(max = 65_536) String quoteToken,
            @NotNull @Valid MethodChoice paymentMethod,

            @Schema(description = "When it is for somebody else.") @Valid @Nullable
            GuestWish guest) {}

    /** Somebody else who will ride. */
    @Schema(name = "GuestRequest")
    record GuestWish(
            @NotBlank @Size(max = 100) String name,

            @NotNull @Pattern(regexp = "\\+[1-9]\\d{6,14}") @Schema(example = "+37799900001")
            String phone) {}

    /** What shall be otherwise; one of the two. */
    @Schema(name = "ChangeOrderRequest")
    record Change(
            @Valid @Nullable MethodChoice paymentMethod,

            @Schema(description = "A quote for this order with another drop-off or other stops.")
            @Size(max = 65_536)
            @Nullable
            String quoteToken) {}

    /** Why the rider cancels. */
    @Schema(name = "CancelOrderRequest")
    record Cancelling(
            @Schema(allowableValues = {"rider_changed_mind", "rider_waited_too_long"}) @Nullable
            CancelReason reason) {}

    /** What cancelling would cost now. */
    @Schema(name = "CancelPreview")
    record CancelPreview(String orderId, FareShape fee, boolean free) {}

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Place the order that a quote was given for",
            description =
                    "The id comes with the quote; the same call again is the same order. For a ride later, quote it with pickup_at.")
    @Refuses({
        RefusalCode.QUOTE_EXPIRED,
        RefusalCode.QUOTE_ALTERED,
        RefusalCode.QUOTE_NOT_YOURS,
        RefusalCode.QUOTE_FOR_OTHER_ORDER,
        RefusalCode.ORDER_EXISTS_WITH_OTHER_BODY,
        RefusalCode.PAYMENT_METHOD_UNKNOWN,
        RefusalCode.PICKUP_TIME_WRONG,
        RefusalCode.RIDER_BLOCKED,
        RefusalCode.TOO_MANY
    })
    ResponseEntity<Accepted> place(RiderId rider, @PathVariable OrderId id, @Valid @RequestBody Placing placing) {
        if (riders.rider(rider, null).blocked()) throw new Refused(RefusalCode.RIDER_BLOCKED);
        Quote quote = QuoteTokens.read(placing.quoteToken());
        Accepted accepted = commands.accept(
                id,
                new PlaceOrder(
                        id,
                        rider,
                        quote,
                        riders.method(rider, placing.paymentMethod()),
                        guest(rider, placing.guest())));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/orders/" + id))
                .body(accepted);
    }

    private @Nullable Guest guest(RiderId rider, @Nullable GuestWish wish) {
        return wish == null ? null : new Guest(texts.seal(rider, wish.name().strip()), texts.seal(rider, wish.phone()));
    }

    @GetMapping("/current")
    @Operation(summary = "The rider's orders that are not over, newest first")
    Page<OrderShape> current(RiderId rider) {
        OrderPage page = questions.get(new ListCurrentOrders(rider), OrderPage.class);
        return Page.of(page.orders(), page.next(), order -> OrderShape.of(order, rider.value(), texts));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of the rider's orders, with its payment")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    OrderShape order(
            RiderId rider,
            @PathVariable OrderId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        OrderView order = riders.order(rider, id, minVersion);
        @Nullable
        PaymentShape payment = questions
                .find(new FindPayment(PaymentId.of(id)), PaymentView.class)
                .map(PaymentShape::of)
                .orElse(null);
        return OrderShape.of(order, rider.value(), texts, payment);
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Pay otherwise, or accept a new quote with another drop-off or other stops")
    @Refuses({
        RefusalCode.ORDER_UNKNOWN,
        RefusalCode.ORDER_FINISHED,
        RefusalCode.PAYMENT_METHOD_UNKNOWN,
        RefusalCode.PAYMENT_NOT_CHANGEABLE,
        RefusalCode.QUOTE_EXPIRED,
        RefusalCode.QUOTE_ALTERED,
        RefusalCode.QUOTE_NOT_YOURS,
        RefusalCode.QUOTE_FOR_OTHER_ORDER
    })
    Accepted change(RiderId rider, @PathVariable OrderId id, @Valid @RequestBody Change change) {
        boolean route = change.quoteToken() != null;
        if (route == (change.paymentMethod() != null))
            throw Refused.at("#", "exactly one of payment_method and quote_token is needed");
        if (change.paymentMethod() != null)
            return commands.accept(
                    id, new ChangePaymentMethod(id, rider, riders.method(rider, change.paymentMethod())));
        Quote quote = QuoteTokens.read(Objects.requireNonNull(change.quoteToken()));
        return commands.accept(id, new ChangeRoute(id, rider, quote));
    }

    @PostMapping("/{id}/cancel")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The preview",
            content = @Content(schema = @Schema(implementation = CancelPreview.class)))
    @Operation(
            summary = "Cancel the order",
            description = "With preview=true nothing is cancelled (200): ask so first and show the fee.")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.ORDER_FINISHED, RefusalCode.ORDER_ALREADY_STARTED})
    ResponseEntity<?> cancel(
            RiderId rider,
            @PathVariable OrderId id,
            @RequestParam(name = "preview", defaultValue = "false") boolean preview,
            @RequestBody(required = false) @Nullable Cancelling cancelling) {
        if (preview) return ResponseEntity.ok(preview(riders.order(rider, id, null)));
        @Nullable CancelReason reason = cancelling == null ? null : cancelling.reason();
        if (reason != null && reason != CancelReason.RIDER_CHANGED_MIND && reason != CancelReason.RIDER_WAITED_TOO_LONG)
            throw Refused.at("#/reason", "must be rider_changed_mind or rider_waited_too_long");
        return ResponseEntity.accepted()
                .body(commands.accept(
                        id,
                        new CancelByRider(
                                id, rider, Objects.requireNonNullElse(reason, CancelReason.RIDER_CHANGED_MIND))));
    }

    private CancelPreview preview(OrderView order) {
        if (order.status().over()) throw new Refused(RefusalCode.ORDER_FINISHED);
        if (order.status() == OrderStatus.IN_PROGRESS) throw new Refused(RefusalCode.ORDER_ALREADY_STARTED);
        Fare fee = questions.get(new PriceCancelling(order.quote(), order.acceptedAt(), order.arrivedAt()), Fare.class);
        return new CancelPreview(
                order.orderId().value(), FareShape.of(fee), fee.total().isZero());
    }
}
