package hansom.query.ledger;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries, their postings, and the running balance of every account, all changed in one transaction. */
@Component
class LedgerStore {
    private static final List<String> BALANCE = List.of("kind", "owner", "currency", "amount");
    private static final List<String> BALANCE_KEY = List.of("kind", "owner", "currency");
    private static final int PAGE = 1_000;

    private final Views views;

    LedgerStore(Views views) {
        this.views = views;
    }

    /** A posting with its place and time. */
    record Line(String entry, Posting posting, long position, Instant at) {}

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

    private Money balance(Account account, Currency currency) {
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

    List<LedgerEntry> about(String subject) {
        return views.sql()
                .sql("SELECT entry FROM %s WHERE subject = :subject ORDER BY position LIMIT %d"
                        .formatted(views.via("ledger_entries", "ledger_entries_by_subject"), PAGE))
                .param("subject", subject)
                .query((row, number) -> Views.read(row.getString("entry"), LedgerEntry.class))
                .list();
    }

    Listed<LedgerEntry> touching(Account account, @Nullable String cursor, int limit) {
        Cursor from = Cursor.of(cursor);
        List<Place> places = views.sql()
                .sql(("SELECT DISTINCT position, entry FROM %s WHERE kind = :kind AND owner = :owner"
                                + " AND (position < :before OR (position = :before AND entry < :beforeId))"
                                + " ORDER BY position DESC, entry DESC LIMIT %d")
                        .formatted(views.via("ledger_postings", "ledger_postings_by_account"), limit + 1))
                .param("kind", account.kind().name())
                .param("owner", account.owner())
                .param("before", from.at())
                .param("beforeId", from.id())
                .query((row, number) -> new Place(row.getLong("position"), row.getString("entry")))
                .list();
        List<Place> page = places.size() > limit ? places.subList(0, limit) : places;
        return new Listed<>(
                page.stream().flatMap(place -> find(place.entry()).stream()).toList(),
                places.size() > limit
                        ? new Cursor(page.getLast().position(), page.getLast().entry()).text()
                        : null);
    }

    private record Place(long position, String entry) {}

    /** What was posted to accounts of a kind up to a position, summed by owner and currency. */
    List<Posting> sums(Account.Kind kind, long upTo) {
        return views.sql()
                .sql(
                        "SELECT kind, owner, currency, CAST(sum(amount) AS bigint) AS amount FROM %s WHERE kind = :kind AND position <= :upTo GROUP BY kind, owner, currency"
                                .formatted(views.via("ledger_postings", "ledger_postings_by_account")))
                .param("kind", kind.name())
                .param("upTo", upTo)
                .query((row, number) -> posting(row))
                .list();
    }

    /** What was posted to an account between two instants, the oldest first. */
    List<Line> lines(Account account, Instant from, Instant to) {
        return views.sql()
                .sql(
                        ("SELECT entry, kind, owner, currency, amount, position, at FROM %s WHERE kind = :kind AND owner = :owner"
                                        + " AND at >= :from AND at < :to ORDER BY position, entry, line LIMIT 10000")
                                .formatted(views.via("ledger_postings", "ledger_postings_by_account")))
                .param("kind", account.kind().name())
                .param("owner", account.owner())
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query((row, number) -> new Line(
                        row.getString("entry"),
                        posting(row),
                        row.getLong("position"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    Optional<LedgerEntry> entry(String id) {
        return find(id);
    }

    /** Hands every entry to the reader in the order of the event store. */
    void readAll(Consumer<LedgerEntry> reader) {
        long position = Long.MIN_VALUE;
        String id = "";
        while (true) {
            List<LedgerEntry> page = views.sql()
                    .sql(("SELECT entry FROM %s WHERE position > :position OR (position = :position AND id > :id)"
                                    + " ORDER BY position, id LIMIT %d")
                            .formatted(views.via("ledger_entries", "ledger_entries_by_position"), PAGE))
                    .param("position", position)
                    .param("id", id)
                    .query((row, number) -> Views.read(row.getString("entry"), LedgerEntry.class))
                    .list();
            page.forEach(reader);
            if (page.size() < PAGE) return;
            position = page.getLast().position();
            id = page.getLast().id();
        }
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

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new Account(Account.Kind.valueOf(row.getString("kind")), row.getString("owner")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))));
    }
}
