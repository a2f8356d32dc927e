package hansom.query.ledger;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.query.row.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Entries, their postings, and the running balance of every account, all changed in one transaction. */
@Component
class LedgerStore {
    private static final List<String> BALANCE = List.of("kind", "owner", "currency", "amount");
    private static final List<String> BALANCE_KEY = List.of("kind", "owner", "currency");

    private final Views views;

    LedgerStore(Views views) {
        this.views = views;
    }

    /** Adds an entry unless it is there. */
    void add(LedgerEntry entry) {
        if (find(entry.id()).isPresent()) return;
        views.sql()
                .sql("INSERT INTO %s (id, position, subject, entry) VALUES (:id, :position, :subject, :entry)"
                        .formatted(views.name("ledger_entries")))
                .param("id", entry.id())
                .param("position", entry.position())
                .param("subject", entry.subject())
                .param("entry", Views.write(entry))
                .update();
        for (int line = 0; line < entry.postings().size(); line++)
            add(entry, line, entry.postings().get(line));
    }

    private void add(LedgerEntry entry, int line, Posting posting) {
        views.sql()
                .sql(("INSERT INTO %s (entry, line, kind, owner, currency, amount, position, at)"
                                + " VALUES (:entry, :line, :kind, :owner, :currency, :amount, :position, :at)")
                        .formatted(views.name("ledger_postings")))
                .param("entry", entry.id())
                .param("line", line)
                .param("kind", posting.account().kind().name())
                .param("owner", posting.account().owner())
                .param("currency", posting.amount().currency().getCurrencyCode())
                .param("amount", posting.amount().amountMinor())
                .param("position", entry.position())
                .param("at", entry.at().toEpochMilli())
                .update();
        Money before = balance(posting.account(), posting.amount().currency());
        views.sql()
                .sql(views.upsert("ledger_balances", BALANCE, BALANCE_KEY))
                .param("kind", posting.account().kind().name())
                .param("owner", posting.account().owner())
                .param("currency", posting.amount().currency().getCurrencyCode())
                .param("amount", before.plus(posting.amount()).amountMinor())
                .update();
    }

    private Optional<LedgerEntry> find(String id) {
        return views.sql()
                .sql("SELECT entry FROM %s WHERE id = :id".formatted(views.name("ledger_entries")))
                .param("id", id)
                .query((row, number) -> Views.read(row.getString("entry"), LedgerEntry.class))
                .optional();
    }

    Money balance(Account account, Currency currency) {
        return balances(account).stream()
                .filter(amount -> amount.currency().equals(currency))
                .findFirst()
                .orElse(Money.zero(currency));
    }

    List<Money> balances(Account account) {
        return views.sql()
                .sql("SELECT currency, amount FROM %s WHERE kind = :kind AND owner = :owner ORDER BY currency"
                        .formatted(views.name("ledger_balances")))
                .param("kind", account.kind().name())
                .param("owner", account.owner())
                .query((row, number) ->
                        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))))
                .list();
    }

    /** Every balance that is kept. */
    List<Posting> allBalances() {
        return views.sql()
                .sql("SELECT kind, owner, currency, amount FROM %s".formatted(views.name("ledger_balances")))
                .query((row, number) -> posting(row))
                .list();
    }

    /** The place in the event store of the newest entry; -1 when there is none. */
    long head() {
        return views.sql()
                .sql("SELECT position FROM %s ORDER BY position DESC LIMIT 1"
                        .formatted(views.via("ledger_entries", "ledger_entries_by_position")))
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** Who earned on an order, when anybody did. */
    Optional<String> earner(String order) {
        return views.sql()
                .sql(("SELECT p.owner AS owner FROM %s AS e JOIN %s AS p ON p.entry = e.id"
                                + " WHERE e.subject = :subject AND p.kind = :kind ORDER BY e.position DESC LIMIT 1")
                        .formatted(
                                views.via("ledger_entries", "ledger_entries_by_subject"),
                                views.name("ledger_postings")))
                .param("subject", order)
                .param("kind", Account.Kind.DRIVER_PAYABLE.name())
                .query((row, number) -> row.getString("owner"))
                .optional();
    }

    /** Forgets the whole book, to be written anew from the first event. */
    void clear() {
        for (String table : List.of("ledger_entries", "ledger_postings", "ledger_balances", "bank_accounts"))
            views.clear(table);
    }

    void saveBankAccount(String payee, String token) {
        views.sql()
                .sql(views.upsert("bank_accounts", List.of("payee", "token"), List.of("payee")))
                .param("payee", payee)
                .param("token", token)
                .update();
    }

    Optional<String> bankAccount(String payee) {
        return views.sql()
                .sql("SELECT token FROM %s WHERE payee = :payee".formatted(views.name("bank_accounts")))
                .param("payee", payee)
                .query(String.class)
                .optional();
    }

    static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new Account(Account.Kind.valueOf(row.getString("kind")), row.getString("owner")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))));
    }
}
