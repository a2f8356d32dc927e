package hansom.contract.fare;

import hansom.contract.money.Money;
import java.util.List;

/** What a ride costs the rider; the items add up to the total exactly, otherwise IllegalArgumentException. */
public record Fare(Money total, List<FareItem> items) {
    public Fare {
        items = List.copyOf(items);
        Money sum = items.stream().map(FareItem::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (!sum.equals(total)) throw new IllegalArgumentException("items add up to %s, not %s".formatted(sum, total));
    }

    public static Fare of(List<FareItem> items, java.util.Currency currency) {
        return new Fare(items.stream().map(FareItem::amount).reduce(Money.zero(currency), Money::plus), items);
    }
}
