package hansom.contract.fare;

import hansom.contract.geo.Distance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reckons fares from what a quote promised and what was driven: pure, so that aggregates may use it and anybody can repeat it years later.
 */
public interface Fares {
    /** Whether the seal is ours and nothing under it has changed. */
    boolean isGenuine(Quote quote);

    /**
     * The fare of a finished ride: as quoted when the ride kept within the tariff's tolerance of the quoted route, else reckoned from what
     * was driven, never above {@link Quote#most()}; paid waiting added.
     */
    Fare finalFare(Quote quote, Distance driven, Duration time, Duration waited);

    /** What a rider pays who cancels after the free time, {@code waited} being how long the driver has stood at the pick-up. */
    Fare cancellingFare(Quote quote, Duration waited);

    /**
     * What a rider pays who cancels at {@code now}, given when a driver took the order and since when waiting counts (null: not yet):
     * nothing until a driver has been on the way for the tariff's free time.
     */
    default Fare cancellingFareAt(
            Quote quote, @Nullable Instant acceptedAt, @Nullable Instant waitingFrom, Instant now) {
        if (acceptedAt == null || !now.isAfter(acceptedAt.plus(quote.tariff().freeCancelling())))
            return Fare.of(List.of(), quote.fare().total().currency());
        boolean waited = waitingFrom != null && now.isAfter(waitingFrom);
        return cancellingFare(quote, waited ? Duration.between(waitingFrom, now) : Duration.ZERO);
    }

    /** What a rider pays who does not come. */
    Fare noShowFare(Quote quote, Duration waited);
}
