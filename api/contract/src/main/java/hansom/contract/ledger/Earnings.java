package hansom.contract.ledger;

import hansom.contract.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What a driver earned in a time, commission and the fleet's share taken off: rides, fees of late cancelling, tips; what he was given in cash
 * counts like the rest. {@code totals} has one amount a currency.
 */
public record Earnings(List<Line> lines, List<Money> totals) {
    public Earnings {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /** One thing earned. */
    public record Line(String subject, String cause, Money amount, Instant at) {}
}
