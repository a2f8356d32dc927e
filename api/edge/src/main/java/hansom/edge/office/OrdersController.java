package hansom.edge.office;

import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderCommand.CancelByOperator;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderQuery.ListOrders;
import hansom.contract.order.OrderQuery.ListOrdersOfDriver;
import hansom.contract.order.OrderQuery.ListOrdersOfRider;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.OrderShape;
import hansom.edge.shape.PaymentShape;
import hansom.edge.shape.Sentences;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

/** Operators see every order, may cancel one, and look at any instant of its past. */
@RestController("opsOrders")
@RequestMapping("/v1/ops")
@Tag(name = "Office: orders")
final class OrdersController {
    private final Commands commands;
    private final Questions questions;
    private final PersonalTexts texts;

    OrdersController(Commands commands, Questions questions, PersonalTexts texts) {
        this.commands = commands;
        this.questions = questions;
        this.texts = texts;
    }

    /** An order as it was at an instant, folded from its events, and each of them. */
    @Schema(name = "OrderPast")
    record Past(OrderShape order, List<Line> events) {
        Past {
            events = List.copyOf(events);
        }
    }

    /** One stored event. */
    @Schema(name = "StoredEvent")
    record Line(
            String eventId,
            @Schema(description = "Its place in the store.") long position,
            @Schema(description = "Whose event it is.") String stream,

            @Schema(description = "Its number in that stream.")
            long seq,

            @Schema(example = "driver_assigned") String type,
            String text,
            Instant at,

            @Schema(description = "Who caused it.") @Nullable
            String actor,

            Map<String, String> facts) {
        Line {
            facts = new TreeMap<>(facts);
        }
    }

    @GetMapping("/orders")
    @Operation(summary = "Orders, newest first: all, of one status, or of one rider or driver")
    Page<OrderShape> list(
            Caller caller,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false)
                    @Parameter(description = "A rider's or driver's id; of every status then.")
                    @Nullable
                    String person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Object asked = person == null ? new ListOrders(status, cursor, limit) : ofPerson(person, cursor, limit);
        OrderPage page = questions.get(asked, OrderPage.class);
        return Page.of(page.orders(), page.next(), order -> OrderShape.of(order, caller.subject(), texts));
    }

    private static OrderQuery ofPerson(String person, @Nullable String cursor, int limit) {
        try {
            return person.startsWith("drv_")
                    ? new ListOrdersOfDriver(new DriverId(person), cursor, limit)
                    : new ListOrdersOfRider(new RiderId(person), cursor, limit);
        } catch (IllegalArgumentException noId) {
            throw new Refused(
                    RefusalCode.INVALID_REQUEST,
                    null,
                    List.of(new Problem.Fault(null, "person", "is not the id of a rider or driver")));
        }
    }

    @GetMapping("/orders/{id}")
    @Operation(summary = "One order, with its payment")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.VIEW_BEHIND})
    OrderShape order(
            Caller caller,
            @PathVariable OrderId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        @Nullable
        PaymentShape payment = questions
                .find(new FindPayment(PaymentId.of(id)), PaymentView.class)
                .map(PaymentShape::of)
                .orElse(null);
        return questions
                .fresh(minVersion, () -> questions.find(new FindOrder(id), OrderView.class), OrderView::version)
                .map(order -> OrderShape.of(order, caller.subject(), texts, payment))
                .orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN));
    }

    @PostMapping("/orders/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End the order without a fee")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.ORDER_FINISHED, RefusalCode.ORDER_ALREADY_STARTED})
    Accepted cancel(Caller caller, @PathVariable OrderId id, @Valid @RequestBody Reason why) {
        return commands.accept(id, new CancelByOperator(id, caller.subject(), why.reason()));
    }

    @GetMapping("/audit/orders/{id}")
    @Operation(
            summary = "An order as it was at an instant",
            description =
                    "From stored events alone: the order's own, its offers, payment and rating. Now when at is left out.")
    @Refuses(RefusalCode.ORDER_UNKNOWN)
    Past past(
            Caller caller,
            @PathVariable OrderId id,
            @RequestParam(required = false) @Nullable Instant at,
            Locale locale) {
        Story story = questions.get(new TellStory(id, at), Story.class);
        Sentences sentences = Sentences.in(Languages.of(locale));
        return new Past(
                OrderShape.of(story.order(), caller.subject(), texts),
                story.lines().stream()
                        .map(line -> new Line(
                                line.eventId(),
                                line.position(),
                                line.stream(),
                                line.seq(),
                                Sentences.wire(line.type()),
                                sentences.of(line),
                                line.at(),
                                line.actor(),
                                line.facts()))
                        .toList());
    }
}
