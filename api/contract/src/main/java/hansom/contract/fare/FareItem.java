package hansom.contract.fare;

import hansom.contract.money.Money;

/** One line of a fare: what for, how much, and how it was reckoned, as {@code 2.40 km × 1.10}. Discounts are negative. */
public record FareItem(Kind kind, Money amount, String reckoning) {
    /** What a line of a fare is for. */
    public enum Kind {
        BASE,
        DISTANCE,
        TIME,
        MINIMUM,
        DEMAND,
        NIGHT,
        STOPS,
        EXTRA,
        WAITING,
        LATE_CANCELLING,
        NO_SHOW,
        CAP
    }
}
