package hansom.contract.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of payments and where the next one begins. */
public record PaymentPage(
        List<PaymentView> payments, @Nullable String next) {
    public PaymentPage {
        payments = List.copyOf(payments);
    }
}
