package hansom.contract.ledger;

import hansom.contract.money.Money;
import java.util.List;

/** The balance of an account, one amount a currency. */
public record Balances(Account account, List<Money> amounts) {
    public Balances {
        amounts = List.copyOf(amounts);
    }
}
