package hansom.edge.rider;

import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.ListOrdersOfRider;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.OrderShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All of a rider's orders. */
@RestController
@Tag(name = "Rider: orders")
final class HistoryController {
    private final Questions questions;
    private final PersonalTexts texts;

    HistoryController(Questions questions, PersonalTexts texts) {
        this.questions = questions;
        this.texts = texts;
    }

    @GetMapping("/v1/history")
    @Operation(summary = "The rider's orders, newest first")
    Page<OrderShape> history(
            RiderId rider,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        OrderPage page = questions.get(new ListOrdersOfRider(rider, cursor, limit), OrderPage.class);
        return Page.of(page.orders(), page.next(), order -> OrderShape.of(order, rider.value(), texts));
    }
}
