package hansom.edge.office;

import hansom.contract.payment.PaymentCommand.RefundPayment;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentPage;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentQuery.ListPayments;
import hansom.contract.payment.PaymentView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.idempotency.IdempotencyKey;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PaymentShape;
import hansom.edge.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** The office sees payments and gives money back. */
@RestController("opsPayments")
@RequestMapping("/v1/ops/payments")
@Tag(name = "Office: money")
final class PaymentsController {
    private final Commands commands;
    private final Questions questions;

    PaymentsController(Commands commands, Questions questions) {
        this.commands = commands;
        this.questions = questions;
    }

    /** How much is given back, and why. */
    @Schema(name = "RefundRequest")
    record Refund(
            @NotNull @Valid MoneyShape amount,

            @NotBlank @Size(max = 500) @Schema(example = "a detour of the driver's")
            String reason) {}

    @GetMapping
    @Operation(summary = "Payments, newest first")
    Page<PaymentShape> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        PaymentPage page = questions.get(new ListPayments(cursor, limit), PaymentPage.class);
        return Page.of(page.payments(), page.next(), PaymentShape::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One payment")
    @Refuses({RefusalCode.PAYMENT_UNKNOWN, RefusalCode.VIEW_BEHIND})
    PaymentShape payment(
            @PathVariable PaymentId id,
            @RequestParam(name = "min_version", required = false) @Nullable Long minVersion) {
        return questions
                .fresh(minVersion, () -> questions.find(new FindPayment(id), PaymentView.class), PaymentView::version)
                .map(PaymentShape::of)
                .orElseThrow(() -> new Refused(RefusalCode.PAYMENT_UNKNOWN));
    }

    @PostMapping("/{id}/refund")
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Give back part or all of what was taken")
    @Refuses({
        RefusalCode.PAYMENT_UNKNOWN,
        RefusalCode.AMOUNT_TOO_LARGE,
        RefusalCode.AMOUNT_INVALID,
        RefusalCode.NOTHING_TO_CAPTURE
    })
    Accepted refund(Caller caller, IdempotencyKey key, @PathVariable PaymentId id, @Valid @RequestBody Refund refund) {
        return commands.accept(
                id,
                new RefundPayment(
                        id, key.derivedId("rfd"), refund.amount().money(), refund.reason(), caller.subject()));
    }
}
