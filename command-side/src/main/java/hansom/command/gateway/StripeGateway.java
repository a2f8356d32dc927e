package hansom.command.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import hansom.contract.money.Money;
import hansom.contract.payment.CallId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe as the provider: a reservation is a PaymentIntent that is captured by hand, our key is Stripe's idempotency key and stands in the
 * intent's metadata. A card's token is a payment method ({@code pm_…}), with its customer before a slash where it has one. Stripe forgets
 * keys after a day; calls are parked before that.
 */
final class StripeGateway implements PaymentGateway {
    private static final String CALL = "call";
    private static final Set<String> STILL_MOVING = Set.of("requires_action", "processing", "requires_confirmation");

    private final StripeClient stripe;
    private final String returnTo;

    /** A question to Stripe. */
    private interface Question {
        Answer ask() throws StripeException;
    }

    StripeGateway(StripeClient stripe, String returnTo) {
        this.stripe = stripe;
        this.returnTo = returnTo;
    }

    @Override
    public Answer authorise(CallId key, String cardToken, Money amount) {
        var intent = intent(key, cardToken, amount)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .setReturnUrl(returnTo)
                .build();
        return asking(() -> created(key, intent));
    }

    @Override
    public Answer charge(CallId key, String cardToken, Money amount) {
        var intent = intent(key, cardToken, amount).setOffSession(true).build();
        return asking(() -> created(key, intent));
    }

    private static PaymentIntentCreateParams.Builder intent(CallId key, String cardToken, Money amount) {
        var slash = cardToken.indexOf('/');
        var intent = PaymentIntentCreateParams.builder()
                .setAmount(amount.amountMinor())
                .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setPaymentMethod(cardToken.substring(slash + 1))
                .addPaymentMethodType("card")
                .setConfirm(true)
                .putMetadata(CALL, key.value());
        return slash < 0 ? intent : intent.setCustomer(cardToken.substring(0, slash));
    }

    /** A repeated call is told what was said the first time, so what may have changed since is looked up. */
    private Answer created(CallId key, PaymentIntentCreateParams params) throws StripeException {
        var intent = stripe.v1().paymentIntents().create(params, under(key));
        return STILL_MOVING.contains(intent.getStatus())
                ? answer(stripe.v1().paymentIntents().retrieve(intent.getId()))
                : answer(intent);
    }

    @Override
    public Answer capture(CallId key, String providerRef, Money amount) {
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(amount.amountMinor())
                .build();
        return asking(() -> {
            try {
                stripe.v1().paymentIntents().capture(providerRef, params, under(key));
                return new Answer.Approved(providerRef);
            } catch (InvalidRequestException refused) {
                var now = stripe.v1().paymentIntents().retrieve(providerRef);
                var taken = now.getStatus().equals("succeeded")
                        && Objects.equals(now.getAmountReceived(), amount.amountMinor());
                return taken ? new Answer.Approved(providerRef) : new Answer.Declined(code(refused));
            }
        });
    }

    @Override
    public Answer release(CallId key, String providerRef) {
        return asking(() -> {
            try {
                stripe.v1().paymentIntents().cancel(providerRef, under(key));
                return new Answer.Approved(providerRef);
            } catch (InvalidRequestException refused) {
                var now = stripe.v1().paymentIntents().retrieve(providerRef);
                return now.getStatus().equals("canceled")
                        ? new Answer.Approved(providerRef)
                        : new Answer.Declined(code(refused));
            }
        });
    }

    @Override
    public Answer refund(CallId key, String providerRef, Money amount) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(providerRef)
                .setAmount(amount.amountMinor())
                .putMetadata(CALL, key.value())
                .build();
        return asking(() -> {
            var refund = stripe.v1().refunds().create(params, under(key));
            return switch (refund.getStatus()) {
                case "failed", "canceled" ->
                    new Answer.Declined(Objects.requireNonNullElse(refund.getFailureReason(), refund.getStatus()));
                default -> new Answer.Approved(providerRef);
            };
        });
    }

    @Override
    public Answer status(CallId key) {
        var query = PaymentIntentSearchParams.builder()
                .setQuery("metadata['%s']:'%s'".formatted(CALL, key.value()))
                .build();
        return asking(() -> {
            var found = stripe.v1().paymentIntents().search(query).getData();
            return found.isEmpty() ? new Answer.Unknown("never heard of") : answer(found.getFirst());
        });
    }

    @Override
    public Optional<CallId> callOf(String providerRef) {
        try {
            var call = stripe.v1()
                    .paymentIntents()
                    .retrieve(providerRef)
                    .getMetadata()
                    .get(CALL);
            return call == null ? Optional.empty() : Optional.of(new CallId(call));
        } catch (InvalidRequestException notOurs) {
            return Optional.empty();
        } catch (StripeException failure) {
            throw new IllegalStateException("Stripe did not tell whose %s is".formatted(providerRef), failure);
        }
    }

    private static Answer answer(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" -> new Answer.Approved(intent.getId());
            case "requires_action" -> confirmation(intent);
            case "requires_payment_method" -> new Answer.Declined(why(intent));
            case "canceled" -> new Answer.Declined("canceled");
            default -> new Answer.Unknown(intent.getStatus());
        };
    }

    private static Answer confirmation(PaymentIntent intent) {
        var next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? new Answer.Unknown("requires_action")
                : new Answer.ConfirmationNeeded(
                        intent.getId(), next.getRedirectToUrl().getUrl());
    }

    private static String why(PaymentIntent intent) {
        var error = intent.getLastPaymentError();
        if (error == null) return "card_declined";
        return Objects.requireNonNullElse(
                error.getDeclineCode(), Objects.requireNonNullElse(error.getCode(), "card_declined"));
    }

    /** Only what Stripe itself has refused for good is a no; everything else may have happened. */
    private static Answer asking(Question question) {
        try {
            return question.ask();
        } catch (CardException declined) {
            return new Answer.Declined(declined.getDeclineCode() == null ? code(declined) : declined.getDeclineCode());
        } catch (InvalidRequestException refused) {
            return new Answer.Declined(code(refused));
        } catch (ApiConnectionException lost) {
            return new Answer.Unknown("no answer");
        } catch (StripeException failure) {
            return new Answer.Unknown(
                    "%s: %s".formatted(Objects.requireNonNullElse(failure.getStatusCode(), 0), code(failure)));
        }
    }

    private static String code(StripeException failure) {
        return Objects.requireNonNullElse(failure.getCode(), "error");
    }

    private static RequestOptions under(CallId key) {
        return RequestOptions.builder().setIdempotencyKey(key.value()).build();
    }
}
