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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The book read again: by account, by subject, up to a place, and from its first entry to its last. */
@Component
class Statements {
    private static final int PAGE = 1_000;
    private static final int MOST_LINES = 10_000;

    private final Views views;

    Statements(Views views) {
        this.views = views;
    }

    /** An entry and what it posted to the account that was asked for. */
    record Line(LedgerEntry entry, Money amount) {}

    /** What was posted to an account between two instants, the oldest first. */
    List<Line> lines(Account account, Instant from, Instant to) {
        return views.sql()
                .sql(
                        ("SELECT e.entry AS entry, p.currency AS currency, p.amount AS amount, p.kind AS kind, p.owner AS owner"
                                        + " FROM %s AS p JOIN %s AS e ON e.id = p.entry"
                                        + " WHERE p.kind = :kind AND p.owner = :owner AND p.at >= :from AND p.at < :to"
                                        + " ORDER BY p.position, p.entry, p.line LIMIT %d")
                                .formatted(
                                        views.via("ledger_postings", "ledger_postings_by_account"),
                                        views.name("ledger_entries"),
                                        MOST_LINES))
                .param("kind", account.kind().name())
                .param("owner", account.owner())
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query((row, number) ->
                        new Line(entry(row), LedgerStore.posting(row).amount()))
                .list();
    }

    /** What was posted to accounts of a kind up to a place in the event store, summed by owner and currency. */
    List<Posting> sums(Account.Kind kind, long upTo) {
        return views.sql()
                .sql(("SELECT kind, owner, currency, sum(amount) AS amount FROM %s"
                                + " WHERE kind = :kind AND position <= :upTo GROUP BY kind, owner, currency"
                                + " ORDER BY owner, currency")
                        .formatted(views.via("ledger_postings", "ledger_postings_by_account")))
                .param("kind", kind.name())
                .param("upTo", upTo)
                .query((row, number) -> LedgerStore.posting(row))
                .list();
    }

    /** Entries about one order or payout, the oldest first. */
    List<LedgerEntry> about(String subject) {
        return views.sql()
                .sql("SELECT entry FROM %s WHERE subject = :subject ORDER BY position LIMIT %d"
                        .formatted(views.via("ledger_entries", "ledger_entries_by_subject"), PAGE))
                .param("subject", subject)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Entries that touch an account, the newest first. */
    Listed<LedgerEntry> touching(Account account, @Nullable String cursor, int limit) {
        Cursor from = Cursor.of(cursor);
        List<LedgerEntry> found = views.sql()
                .sql(
                        ("SELECT DISTINCT p.position AS place, p.entry AS id, e.entry AS entry FROM %s AS p JOIN %s AS e ON e.id = p.entry"
                                        + " WHERE p.kind = :kind AND p.owner = :owner"
                                        + " AND (p.position < :before OR (p.position = :before AND p.entry < :beforeId))"
                                        + " ORDER BY place DESC, id DESC LIMIT %d")
                                .formatted(
                                        views.via("ledger_postings", "ledger_postings_by_account"),
                                        views.name("ledger_entries"),
                                        limit + 1))
                .param("kind", account.kind().name())
                .param("owner", account.owner())
                .param("before", from.at())
                .param("beforeId", from.id())
                .query((row, number) -> entry(row))
                .list();
        if (found.size() <= limit) return new Listed<>(found, null);
        List<LedgerEntry> page = found.subList(0, limit);
        return new Listed<>(
                page, new Cursor(page.getLast().position(), page.getLast().id()).text());
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
                    .query((row, number) -> entry(row))
                    .list();
            page.forEach(reader);
            if (page.size() < PAGE) return;
            position = page.getLast().position();
            id = page.getLast().id();
        }
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return Views.read(row.getString("entry"), LedgerEntry.class);
    }
}
