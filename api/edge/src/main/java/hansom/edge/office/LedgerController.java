package hansom.edge.office;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.Balances;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.LedgerPage;
import hansom.contract.ledger.LedgerProof;
import hansom.contract.ledger.LedgerQuery.FindBalance;
import hansom.contract.ledger.LedgerQuery.ListEntries;
import hansom.contract.ledger.LedgerQuery.ListEntriesAbout;
import hansom.contract.ledger.LedgerQuery.ProveLedger;
import hansom.contract.payout.PayoutId;
import hansom.contract.payout.PayoutPage;
import hansom.contract.payout.PayoutQuery.FindPayout;
import hansom.contract.payout.PayoutQuery.ListPayoutsOf;
import hansom.contract.payout.PayoutView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Page;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PayoutShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The book: balances, entries, and the proof that all of it adds up; payouts. */
@RestController
@RequestMapping("/v1/ops")
@Tag(name = "Office: money")
final class LedgerController {
    private final Questions questions;

    LedgerController(Questions questions) {
        this.questions = questions;
    }

    /** What stands on one account, one amount a currency; what Hansom owes is negative. */
    @Schema(name = "Balance")
    record Balance(Account.Kind kind, String owner, List<MoneyShape> amounts) {
        Balance {
            amounts = List.copyOf(amounts);
        }
    }

    /** The postings of one event. */
    @Schema(name = "LedgerEntry")
    record Entry(String id, long position, String cause, String subject, Instant at, List<Line> postings) {
        Entry {
            postings = List.copyOf(postings);
        }

        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.position(),
                    entry.cause(),
                    entry.subject(),
                    entry.at(),
                    entry.postings().stream()
                            .map(posting -> new Line(
                                    posting.account().kind(),
                                    posting.account().owner(),
                                    MoneyShape.of(posting.amount())))
                            .toList());
        }
    }

    /** One line: debits positive, credits negative. */
    @Schema(name = "Posting")
    record Line(Account.Kind kind, String owner, MoneyShape amount) {}

    /** The outcome of checking the whole book; no breaches, all is well. */
    @Schema(name = "LedgerProof")
    record Proof(boolean holds, long entries, long postings, List<Breach> breaches, Instant at) {
        Proof {
            breaches = List.copyOf(breaches);
        }
    }

    /** An invariant that does not hold. */
    @Schema(name = "LedgerBreach")
    record Breach(String invariant, String subject, String detail) {}

    @GetMapping("/ledger/balance")
    @Operation(summary = "The balance of one account")
    Balance balance(
            @RequestParam Account.Kind kind,
            @RequestParam(defaultValue = "hansom")
                    @Parameter(description = "A rider's, driver's, fleet's or purse's id.")
                    String owner) {
        Balances balances = questions.get(new FindBalance(new Account(kind, owner)), Balances.class);
        return new Balance(
                kind, owner, balances.amounts().stream().map(MoneyShape::of).toList());
    }

    @GetMapping("/ledger/entries")
    @Operation(
            summary = "Entries of an account, newest first, or about one order or payout, oldest first",
            description = "With subject all entries about it; else kind is needed.")
    Page<Entry> entries(
            @RequestParam(required = false) Account.@Nullable Kind kind,
            @RequestParam(defaultValue = "hansom") String owner,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        LedgerPage page;
        if (subject != null) page = questions.get(new ListEntriesAbout(subject), LedgerPage.class);
        else if (kind != null)
            page = questions.get(new ListEntries(new Account(kind, owner), cursor, limit), LedgerPage.class);
        else throw new Refused(RefusalCode.INVALID_REQUEST, "kind or subject is needed");
        return Page.of(page.entries(), page.next(), Entry::of);
    }

    @GetMapping("/ledger/proof")
    @Operation(summary = "Check every entry and rebuild every balance from zero")
    Proof proof() {
        LedgerProof proof = questions.get(new ProveLedger(), LedgerProof.class);
        return new Proof(
                proof.breaches().isEmpty(),
                proof.entries(),
                proof.postings(),
                proof.breaches().stream()
                        .map(breach -> new Breach(breach.invariant(), breach.subject(), breach.detail()))
                        .toList(),
                proof.at());
    }

    @GetMapping("/payouts")
    @Operation(summary = "A driver's or fleet's payouts, newest first")
    Page<PayoutShape> payouts(
            @RequestParam @Parameter(example = "drv_01935d2a-0000-7000-8000-000000000001") String payee,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        PayoutPage page = questions.get(new ListPayoutsOf(payee, cursor, limit), PayoutPage.class);
        return Page.of(page.payouts(), page.next(), PayoutShape::of);
    }

    @GetMapping("/payouts/{id}")
    @Operation(summary = "One payout")
    @Refuses(RefusalCode.PAYOUT_UNKNOWN)
    PayoutShape payout(@PathVariable PayoutId id) {
        return questions
                .find(new FindPayout(id), PayoutView.class)
                .map(PayoutShape::of)
                .orElseThrow(() -> new Refused(RefusalCode.PAYOUT_UNKNOWN));
    }
}
