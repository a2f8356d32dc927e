package hansom.edge.developer;

import hansom.contract.order.OrderId;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what a rider at the car would say, for played drivers of riders who are real; it exists in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/boarding-codes")
@Tag(name = "Developer")
final class SandboxBoardingController {
    private final Questions questions;

    SandboxBoardingController(Questions questions) {
        this.questions = questions;
    }

    /** The four digits of an order. */
    @Schema(name = "BoardingCode")
    record Code(String orderId, @Schema(example = "4711") String boardingCode) {}

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "The boarding code that the rider of an order would tell his driver")
    @Refuses(RefusalCode.ORDER_UNKNOWN)
    Code code(@RequestParam(name = "order_id") @Parameter(schema = @Schema(type = "string")) OrderId order) {
        OrderView view = questions
                .find(new FindOrder(order), OrderView.class)
                .orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN));
        return new Code(order.value(), view.boardingCode());
    }
}
