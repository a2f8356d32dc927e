package hansom.command.fare;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.FareItem.Kind;
import hansom.contract.fare.Fares;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Tariff;
import hansom.contract.geo.Distance;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reckons every fare from the quote's own price list. */
@Component
class PromisedFares implements Fares {
    private final QuoteSeal seal;

    PromisedFares(QuoteSeal seal) {
        this.seal = seal;
    }

    @Override
    public boolean isGenuine(Quote quote) {
        return seal.isGenuine(quote);
    }

    @Override
    public Fare finalFare(Quote quote, Distance driven, Duration time, Duration waited) {
        List<FareItem> items =
                new ArrayList<>(asPromised(quote, driven) ? quote.fare().items() : ride(quote, driven, time));
        items.addAll(Reckoning.waiting(quote.tariff(), waited));
        return Reckoning.capped(items, quote.most());
    }

    /** Whether the length driven is within the tariff's tolerance of the quoted route. */
    private static boolean asPromised(Quote quote, Distance driven) {
        long quoted = quote.route().distance().metres();
        return Math.multiplyExact(Math.abs(driven.metres() - quoted), 1_000L)
                <= quoted * quote.tariff().tolerance();
    }

    private static List<FareItem> ride(Quote quote, Distance driven, Duration time) {
        Instant at = quote.pickupAt() == null ? quote.givenAt() : quote.pickupAt();
        return Reckoning.ride(
                quote.tariff(),
                driven,
                time,
                quote.surge().permille(),
                at,
                quote.stops().size(),
                quote.wishes());
    }

    @Override
    public Fare cancellingFare(Quote quote, Duration waited) {
        return fee(quote, Kind.LATE_CANCELLING, quote.tariff().lateCancelling(), waited);
    }

    @Override
    public Fare noShowFare(Quote quote, Duration waited) {
        return fee(quote, Kind.NO_SHOW, quote.tariff().noShow(), waited);
    }

    private static Fare fee(Quote quote, Kind kind, Money amount, Duration waited) {
        Tariff tariff = quote.tariff();
        List<FareItem> items = new ArrayList<>();
        if (!amount.isZero()) items.add(new FareItem(kind, amount, "as the tariff %s says".formatted(tariff.id())));
        items.addAll(Reckoning.waiting(tariff, waited));
        return Reckoning.capped(items, quote.most());
    }
}
