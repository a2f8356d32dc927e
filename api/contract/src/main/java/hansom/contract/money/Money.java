package hansom.contract.money;

import java.util.Currency;

/** An amount in the minor unit of one currency: EUR 12.50 is {@code new Money(1250, EUR)}. May be negative in postings. */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amountMinor, inSameCurrency(other).amountMinor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amountMinor, inSameCurrency(other).amountMinor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    /** This amount times thousandths, rounded half up to the minor unit: 250 thousandths of EUR 10.00 is EUR 2.50. */
    public Money permille(long thousandths) {
        return times(thousandths, 1000);
    }

    /** This amount times a fraction, rounded half up (away from zero) once. */
    public Money times(long numerator, long denominator) {
        long product = Math.multiplyExact(amountMinor, numerator);
        long half = Math.floorDiv(Math.abs(denominator), 2);
        long rounded = product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
        return new Money(rounded, currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return amountMinor == 0;
    }

    public boolean isPositive() {
        return amountMinor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountMinor, inSameCurrency(other).amountMinor);
    }

    private Money inSameCurrency(Money other) {
        if (currency.equals(other.currency)) return other;
        throw new IllegalArgumentException("%s and %s differ in currency".formatted(this, other));
    }

    @Override
    public String toString() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return currency.getCurrencyCode() + " " + java.math.BigDecimal.valueOf(amountMinor, digits);
    }
}
