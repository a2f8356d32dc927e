package hansom.geo.position;

import hansom.contract.driver.DriverId;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.Distance;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.OfferTerms;
import hansom.contract.shift.ShiftEvent.OfferAccepted;
import hansom.contract.shift.ShiftEvent.OfferShown;
import hansom.contract.shift.ShiftEvent.ShiftOpened;
import hansom.contract.shift.ShiftId;
import hansom.geo.testing.Drivers;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Events of shifts, for tests. */
final class Events {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Money TEN = new Money(1_000, Currency.getInstance("EUR"));
    private static final OfferTerms TERMS = new OfferTerms(
            ProductClass.ECONOMY,
            List.of(),
            Set.of(),
            Distance.ofMetres(500),
            Duration.ofMinutes(2),
            Distance.ofMetres(3_000),
            Duration.ofMinutes(9),
            TEN,
            TEN,
            true,
            null);

    private Events() {}

    static ShiftOpened opened(DriverId driver, Instant at) {
        return new ShiftOpened(
                ShiftId.of(driver),
                1,
                Drivers.onShift(driver, Set.of(ProductClass.ECONOMY), Set.of()),
                Region.LOCAL,
                at);
    }

    static OfferShown shown(OfferId offer) {
        return new OfferShown(offer.shift(), offer, offer.order(), TERMS, NOON, NOON.plusSeconds(20));
    }

    static OfferAccepted accepted(OfferId offer) {
        return new OfferAccepted(
                offer.shift(),
                offer,
                offer.order(),
                Drivers.onShift(offer.shift().driver(), Set.of(ProductClass.ECONOMY), Set.of()),
                TERMS,
                NOON);
    }
}
