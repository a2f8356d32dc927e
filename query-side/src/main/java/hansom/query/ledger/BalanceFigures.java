package hansom.query.ledger;

import hansom.engines.meter.Figures;
import hansom.query.row.Views;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** What is owed by and to whom, in minor units: the balances of each kind of account by currency; over all kinds they sum to zero. */
final class BalanceFigures implements Figures.Reader {
    private final Views views;

    BalanceFigures(Views views) {
        this.views = views;
    }

    @Override
    public void read(Figures.Page page) {
        views.sql()
                .sql("SELECT kind, currency, SUM(amount) AS total FROM %s GROUP BY kind, currency"
                        .formatted(views.name("ledger_balances")))
                .query(row -> {
                    page.put(
                            "hansom.ledger.balance.minor.units",
                            "",
                            "sum of the balances of all accounts of a kind",
                            Tags.of(
                                    "account",
                                    row.getString("kind").toLowerCase(Locale.ROOT),
                                    "currency",
                                    row.getString("currency")),
                            row.getLong("total"));
                });
    }
}
