package hansom.contract.ledger;

import hansom.contract.money.Money;
import java.time.Instant;
import java.util.List;

/** What a driver earned in a time: rides, tips and what was taken off; {@code totals} has one amount a currency. */
public record Earnings(List<Line> lines, List<Money> totals) {
    public Earnings {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /** One thing earned or taken off. */
    public record Line(String subject, String cause, Money amount, Instant at) {}
}
