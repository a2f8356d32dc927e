package hansom.command.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.TransferCreateParams;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.util.Locale;
import java.util.Objects;

/** Pays drivers and fleets through Stripe Connect: the bank token is the payee's connected account ({@code acct_…}). */
final class StripeBank implements BankGateway {
    private final StripeClient stripe;

    StripeBank(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public Transfer send(CallId key, String bankToken, Money amount) {
        var params = TransferCreateParams.builder()
                .setAmount(amount.amountMinor())
                .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setDestination(bankToken)
                .putMetadata("call", key.value())
                .build();
        try {
            var transfer = stripe.v1()
                    .transfers()
                    .create(
                            params,
                            RequestOptions.builder()
                                    .setIdempotencyKey(key.value())
                                    .build());
            return new Transfer.Paid(transfer.getId());
        } catch (InvalidRequestException refused) {
            return new Transfer.Returned(Objects.requireNonNullElse(refused.getCode(), "refused"));
        } catch (StripeException failure) {
            return new Transfer.Unknown(failure.getClass().getSimpleName());
        }
    }
}
