package hansom.query.ledger;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.Posting;
import hansom.contract.money.Money;
import hansom.query.row.Rows;
import hansom.query.row.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries, their postings, and the running balance of every account, all changed in one transaction. */
@Component
class LedgerStore {
    private static final int ASKED_AT_ONCE = 1_000;

    private final Views views;

    LedgerStore(Views views) {
        this.views = views;
        views.sameness("ledger_entries", "entry", LedgerStore::same);
    }

    /** The place at which an event was met is no part of what it posts. */
    private static boolean same(String one, String other) {
        LedgerEntry left = Views.read(one, LedgerEntry.class);
        LedgerEntry right = Views.read(other, LedgerEntry.class);
        return left.equals(new LedgerEntry(
                right.id(), left.position(), right.cause(), right.subject(), right.at(), right.postings()));
    }

    /** Adds an entry unless it is there; while the book is filled anew, with the others of the batch. */
    void add(LedgerEntry entry) {
        @Nullable Rows rows = views.filling();
        if (rows == null) add(List.of(entry));
        else rows.keep(Gathered.class, this::gathering).entries.putIfAbsent(entry.id(), entry);
    }

    private Gathered gathering(Rows rows) {
        Gathered fresh = new Gathered();
        rows.atTheEnd(() -> add(List.copyOf(fresh.entries.values())));
        return fresh;
    }

    /** The entries of a batch that are not written yet. */
    private static final class Gathered {
        private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    }

    private void add(List<LedgerEntry> entries) {
        Set<String> there = known(entries);
        Map<Balance, Long> sums = new LinkedHashMap<>();
        List<Map<String, ?>> heads = new ArrayList<>();
        List<Map<String, ?>> lines = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (there.contains(entry.id())) continue;
            heads.add(Map.of(
                    "id", entry.id(),
                    "position", entry.position(),
                    "subject", entry.subject(),
                    "entry", Views.write(entry)));
            for (int line = 0; line < entry.postings().size(); line++) {
                Posting posting = entry.postings().get(line);
                Balance balance = Balance.of(posting);
                lines.add(balance.row(Map.of(
                        "entry", entry.id(),
                        "line", line,
                        "amount", posting.amount().amountMinor(),
                        "position", entry.position(),
                        "at", entry.at().toEpochMilli())));
                sums.merge(balance, posting.amount().amountMinor(), Math::addExact);
            }
        }
        views.write("ledger_entries", heads);
        views.write("ledger_postings", lines);
        Map<Balance, Long> before = balances(sums.keySet());
        views.write(
                "ledger_balances",
                sums.entrySet().stream()
                        .map(sum -> sum.getKey()
                                .row(Map.of(
                                        "amount",
                                        Math.addExact(before.getOrDefault(sum.getKey(), 0L), sum.getValue()))))
                        .toList());
    }

    /** One account in one currency. */
    private record Balance(String kind, String owner, String currency) {
        static Balance of(Posting posting) {
            return new Balance(
                    posting.account().kind().name(),
                    posting.account().owner(),
                    posting.amount().currency().getCurrencyCode());
        }

        Map<String, Object> row(Map<String, Object> rest) {
            Map<String, Object> row = new LinkedHashMap<>(rest);
            row.put("kind", kind);
            row.put("owner", owner);
            row.put("currency", currency);
            return row;
        }
    }

    private Map<Balance, Long> balances(Collection<Balance> asked) {
        Map<Balance, Long> found = new HashMap<>();
        for (List<Balance> some : parted(List.copyOf(asked)))
            views.sql()
                    .sql("SELECT kind, owner, currency, amount FROM %s WHERE kind IN (:kinds) AND owner IN (:owners)"
                            .formatted(views.name("ledger_balances")))
                    .param("kinds", some.stream().map(Balance::kind).distinct().toList())
                    .param(
                            "owners",
                            some.stream().map(Balance::owner).distinct().toList())
                    .query(row -> {
                        found.put(
                                new Balance(row.getString("kind"), row.getString("owner"), row.getString("currency")),
                                row.getLong("amount"));
                    });
        return found;
    }

    private Set<String> known(List<LedgerEntry> entries) {
        Set<String> known = new HashSet<>();
        for (List<LedgerEntry> some : parted(entries))
            known.addAll(views.sql()
                    .sql("SELECT id FROM %s WHERE id IN (:ids)".formatted(views.name("ledger_entries")))
                    .param("ids", some.stream().map(LedgerEntry::id).toList())
                    .query(String.class)
                    .list());
        return known;
    }

    private static <T> List<List<T>> parted(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE)
            parts.add(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)));
        return parts;
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
        return gathered(order).or(() -> writtenEarner(order));
    }

    private Optional<String> gathered(String order) {
        @Nullable Rows rows = views.filling();
        if (rows == null) return Optional.empty();
        return rows.keep(Gathered.class, this::gathering).entries.values().stream()
                .filter(entry -> entry.subject().equals(order))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == Account.Kind.DRIVER_PAYABLE)
                .reduce((earlier, last) -> last)
                .map(posting -> posting.account().owner());
    }

    private Optional<String> writtenEarner(String order) {
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

    void saveBankAccount(String payee, String token) {
        views.put("bank_accounts", Map.of("payee", payee, "token", token));
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
