package hansom.contract.payment;

import java.util.regex.Pattern;

/**
 * Names one call to the provider or bank and serves as its idempotency key: the payment's (or payout's) id, what is asked, and which
 * attempt, as {@code pay_…:capture:1}.
 */
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]{3}_[0-9a-z_-]{36,80}:[a-z]+:\\d{1,6}");

    public CallId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a call's id");
    }

    public static CallId of(Object owner, String what, int attempt) {
        return new CallId("%s:%s:%d".formatted(owner, what, attempt));
    }

    @Override
    public String toString() {
        return value;
    }
}
