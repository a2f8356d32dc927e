package hansom.query.row;

import hansom.query.row.View.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The views that are functions of the stored events, and so can be made again at any time. Feeds are not among them: their numbers were
 * given to people's phones, and what was told cannot be told again.
 */
public final class Catalogue {
    public static final String WHY_NO_FEEDS = "what people were told keeps the numbers that their phones know";

    private final List<View> views;
    private final Map<String, View> byTable;

    public Catalogue(List<View> views) {
        this.views = List.copyOf(views);
        this.byTable = views.stream()
                .flatMap(view -> view.tables().stream().map(table -> Map.entry(table.name(), view)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every view of Hansom. */
    public static Catalogue ofHansom() {
        return new Catalogue(List.of(
                new View(
                        "orders",
                        "query.order",
                        List.of(Table.of("orders", "id", "view rider driver status finished region placed_at"))),
                new View("offers", "query.offer", List.of(Table.of("offers", "id", "order_id shift_id state seq"))),
                new View("shifts", "query.shift", List.of(Table.of("shifts", "id", "view"))),
                new View("drivers", "query.driver", List.of(Table.of("drivers", "id", "view standing registered_at"))),
                new View("riders", "query.rider", List.of(Table.of("riders", "id", "view registered_at"))),
                new View("payments", "query.payment", List.of(Table.of("payments", "id", "view requested_at"))),
                new View(
                        "purses",
                        "query.purse",
                        List.of(Table.of("purses", "id", "view"), Table.of("purse_members", "rider purse", ""))),
                new View("payouts", "query.payout", List.of(Table.of("payouts", "id", "view payee requested_at"))),
                new View(
                        "ratings",
                        "query.rating",
                        List.of(Table.of("ratings", "id", "view"), Table.of("stars", "person rating", "at stars"))),
                new View(
                        "ledger",
                        "query.ledger",
                        List.of(
                                Table.of("ledger_entries", "id", "position subject entry"),
                                Table.of("ledger_postings", "entry line", "kind owner currency amount position at"),
                                Table.of("ledger_balances", "kind owner currency", "amount"),
                                Table.of("bank_accounts", "payee", "token")))));
    }

    public List<View> views() {
        return views;
    }

    public Optional<View> find(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The view to which a table belongs. */
    View owner(String table) {
        return Optional.ofNullable(byTable.get(table))
                .orElseThrow(() ->
                        new IllegalStateException("no view has a table " + table + "; the catalogue must name it"));
    }

    Table table(String name) {
        return owner(name).tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
