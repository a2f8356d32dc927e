package hansom.contract.ledger;

import hansom.contract.money.Money;
import hansom.contract.payout.Payee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed to drivers and fleets. */
public record Payables(List<Payable> payables) {
    public Payables {
        payables = List.copyOf(payables);
    }

    /** One payee's balance; {@code bankToken} is null while no bank account is named. */
    public record Payable(Payee payee, Money owed, @Nullable String bankToken) {}
}
