package hansom.contract.payment;

import hansom.contract.money.Money;
import hansom.contract.rider.RiderId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A purse and what is in it; {@code free} is what may still be spent, credit included. */
public record PurseView(
        PurseId purseId,
        @Nullable String company,
        Money balance,
        Money reserved,
        Money free,
        Set<RiderId> members,
        long version) {
    public PurseView {
        members = Set.copyOf(members);
    }
}
