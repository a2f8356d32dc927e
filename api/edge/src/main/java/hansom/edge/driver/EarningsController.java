package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.Balances;
import hansom.contract.ledger.Earnings;
import hansom.contract.ledger.LedgerQuery.FindBalance;
import hansom.contract.ledger.LedgerQuery.FindEarnings;
import hansom.contract.payout.PayoutId;
import hansom.contract.payout.PayoutPage;
import hansom.contract.payout.PayoutQuery.FindPayout;
import hansom.contract.payout.PayoutQuery.ListPayoutsOf;
import hansom.contract.payout.PayoutView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PayoutShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a driver earned, what is owed to him, and what was sent. */
@RestController
@RequestMapping("/v1/driver")
@Tag(name = "Driver: money")
final class EarningsController {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Questions questions;
    private final Clock businessClock;

    EarningsController(Questions questions, Clock businessClock) {
        this.questions = questions;
        this.businessClock = businessClock;
    }

    /** What was earned in a time. */
    @Schema(name = "Earnings")
    record Earned(Instant from, Instant to, List<Line> lines, List<MoneyShape> totals) {
        Earned {
            lines = List.copyOf(lines);
            totals = List.copyOf(totals);
        }
    }

    /** One thing earned or taken off. */
    @Schema(name = "EarningsLine")
    record Line(
            @Schema(description = "The order or payout.") String subject,
            String cause,
            MoneyShape amount,
            Instant at) {}

    /** What Hansom owes the driver, one amount a currency; negative when he owes it commission of cash rides. */
    @Schema(name = "DriverBalance")
    record Balance(List<MoneyShape> owed) {
        Balance {
            owed = List.copyOf(owed);
        }
    }

    @GetMapping("/earnings")
    @Operation(summary = "What was earned between two instants", description = "The last seven days when left out.")
    Earned earnings(
            DriverId driver,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        Instant end = Objects.requireNonNullElseGet(to, businessClock::instant);
        Instant begin = Objects.requireNonNullElseGet(from, () -> end.minus(WEEK));
        if (begin.isAfter(end) || begin.isBefore(end.minus(LONGEST)))
            throw new Refused(
                    RefusalCode.INVALID_REQUEST,
                    null,
                    List.of(new Problem.Fault(null, "from", "must be before to, by a year at most")));
        Earnings earnings = questions.get(new FindEarnings(driver.value(), begin, end), Earnings.class);
        return new Earned(
                begin,
                end,
                earnings.lines().stream()
                        .map(line -> new Line(line.subject(), line.cause(), MoneyShape.of(line.amount()), line.at()))
                        .toList(),
                earnings.totals().stream().map(MoneyShape::of).toList());
    }

    @GetMapping("/balance")
    @Operation(summary = "What is owed to the driver now")
    Balance balance(DriverId driver) {
        Balances balances = questions.get(
                new FindBalance(new Account(Account.Kind.DRIVER_PAYABLE, driver.value())), Balances.class);
        return new Balance(balances.amounts().stream()
                .map(amount -> MoneyShape.of(amount.negated()))
                .toList());
    }

    @GetMapping("/payouts")
    @Operation(summary = "What was sent to the driver, newest first")
    Page<PayoutShape> payouts(
            DriverId driver,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        PayoutPage page = questions.get(new ListPayoutsOf(driver.value(), cursor, limit), PayoutPage.class);
        return Page.of(page.payouts(), page.next(), PayoutShape::of);
    }

    @GetMapping("/payouts/{id}")
    @Operation(summary = "One payout")
    @Refuses(RefusalCode.PAYOUT_UNKNOWN)
    PayoutShape payout(DriverId driver, @PathVariable PayoutId id) {
        return questions
                .find(new FindPayout(id), PayoutView.class)
                .filter(payout -> payout.payee().id().equals(driver.value()))
                .map(PayoutShape::of)
                .orElseThrow(() -> new Refused(RefusalCode.PAYOUT_UNKNOWN));
    }
}
