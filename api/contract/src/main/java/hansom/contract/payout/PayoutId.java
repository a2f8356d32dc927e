package hansom.contract.payout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Names what is sent to one payee for one day, or at once on demand: follows from the payee's id, the day and the currency, so that a day is
 * never paid twice. Of the form {@code pot_drv_uuid_20261124_eur}.
 */
public record PayoutId(String value) {
    private static final Pattern FORM =
            Pattern.compile("pot_[a-z]{3}_[0-9a-f-]{36}_[0-9]{8}_[a-z]{3}(_[0-9a-z]{1,12})?");

    public PayoutId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a payout's id");
    }

    public static PayoutId of(Payee payee, LocalDate day, java.util.Currency currency) {
        return new PayoutId("pot_%s_%s_%s"
                .formatted(
                        payee.id(),
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        currency.getCurrencyCode().toLowerCase(java.util.Locale.ROOT)));
    }

    /** A payout asked for by the payee within a day; {@code key} tells it from others of that day. */
    public static PayoutId atOnce(Payee payee, LocalDate day, java.util.Currency currency, String key) {
        return new PayoutId(of(payee, day, currency).value() + "_" + key);
    }

    @Override
    public String toString() {
        return value;
    }
}
