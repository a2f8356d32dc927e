package hansom.contract.payout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of payouts and where the next one begins. */
public record PayoutPage(List<PayoutView> payouts, @Nullable String next) {
    public PayoutPage {
        payouts = List.copyOf(payouts);
    }
}
