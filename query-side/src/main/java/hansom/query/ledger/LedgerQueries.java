package hansom.query.ledger;

import hansom.contract.driver.DriverId;
import hansom.contract.driver.FleetId;
import hansom.contract.id.Uuid7;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.Account.Kind;
import hansom.contract.ledger.Balances;
import hansom.contract.ledger.Earnings;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.LedgerPage;
import hansom.contract.ledger.LedgerProof;
import hansom.contract.ledger.LedgerQuery.FindBalance;
import hansom.contract.ledger.LedgerQuery.FindEarnings;
import hansom.contract.ledger.LedgerQuery.FindLedgerHead;
import hansom.contract.ledger.LedgerQuery.FindPayable;
import hansom.contract.ledger.LedgerQuery.ListEntries;
import hansom.contract.ledger.LedgerQuery.ListEntriesAbout;
import hansom.contract.ledger.LedgerQuery.ListPayables;
import hansom.contract.ledger.LedgerQuery.ProveLedger;
import hansom.contract.ledger.Payables;
import hansom.contract.ledger.Payables.Payable;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.contract.payout.Payee;
import hansom.query.row.Listed;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about the book. */
@Component
class LedgerQueries {
    private static final int MOST = 100;
    private static final Set<String> PAYOUTS = Set.of("PayoutRequested", "PayoutReturned");

    private final LedgerStore book;
    private final Statements statements;
    private final Auditor auditor;

    LedgerQueries(LedgerStore book, Statements statements, Auditor auditor) {
        this.book = book;
        this.statements = statements;
        this.auditor = auditor;
    }

    @QueryHandler
    Balances handle(FindBalance query) {
        return new Balances(query.account(), book.balances(query.account()));
    }

    @QueryHandler
    LedgerPage handle(ListEntries query) {
        Listed<LedgerEntry> listed =
                statements.touching(query.account(), query.cursor(), Math.clamp(query.limit(), 1, MOST));
        return new LedgerPage(listed.views(), listed.next());
    }

    @QueryHandler
    LedgerPage handle(ListEntriesAbout query) {
        return new LedgerPage(statements.about(query.subject()), null);
    }

    /** What left for the bank is no earning, and cash in the driver's hand is no loss: neither is in the lines. */
    @QueryHandler
    Earnings handle(FindEarnings query) {
        List<Earnings.Line> lines =
                statements.lines(new Account(Kind.DRIVER_PAYABLE, query.driver()), query.from(), query.to()).stream()
                        .filter(line -> line.amount().negated().isPositive())
                        .filter(line -> !PAYOUTS.contains(line.entry().cause()))
                        .map(line -> new Earnings.Line(
                                line.entry().subject(),
                                line.entry().cause(),
                                line.amount().negated(),
                                line.entry().at()))
                        .toList();
        Map<Currency, Money> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.amount().currency(), line.amount(), Money::plus));
        return new Earnings(lines, List.copyOf(totals.values()));
    }

    @QueryHandler
    Long handle(FindLedgerHead query) {
        return book.head();
    }

    /** Never more than is owed today: what was sent out since that place is not sent again. */
    @QueryHandler
    Payables handle(ListPayables query) {
        return new Payables(Stream.of(Kind.DRIVER_PAYABLE, Kind.FLEET_PAYABLE)
                .flatMap(kind -> statements.sums(kind, query.upToEvent()).stream())
                .filter(sum -> Uuid7.region(sum.account().owner()) == query.region())
                .flatMap(sum -> payable(new Posting(
                        sum.account(),
                        sum.amount()
                                .max(book.balance(sum.account(), sum.amount().currency())))))
                .toList());
    }

    @QueryHandler
    Payables handle(FindPayable query) {
        Kind kind = query.payee().startsWith("flt_") ? Kind.FLEET_PAYABLE : Kind.DRIVER_PAYABLE;
        Account account = new Account(kind, query.payee());
        return new Payables(book.balances(account).stream()
                .map(amount -> new Posting(account, amount))
                .flatMap(this::payable)
                .toList());
    }

    /** A credit balance is owed; none is when the payee owes himself. */
    private Stream<Payable> payable(Posting sum) {
        Money owed = sum.amount().negated();
        if (!owed.isPositive()) return Stream.of();
        String owner = sum.account().owner();
        Payee payee = sum.account().kind() == Kind.FLEET_PAYABLE
                ? new Payee.OfFleet(new FleetId(owner))
                : new Payee.OfDriver(new DriverId(owner));
        return Stream.of(new Payable(payee, owed, book.bankAccount(owner).orElse(null)));
    }

    @QueryHandler
    LedgerProof handle(ProveLedger query) {
        return auditor.prove();
    }
}
