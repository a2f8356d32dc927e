package hansom.command.fare;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.TariffId;
import hansom.contract.fare.Wish;
import hansom.contract.id.Region;
import hansom.contract.money.Money;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The price lists of a region, one a class, version 1. Prices are those of economy in the region's currency, times a factor for the better
 * classes; a quote carries its list whole, so a later version changes nothing that was promised.
 */
@Component
class Tariffs {
    private static final int VERSION = 1;

    private final List<Tariff> tariffs;

    @Autowired
    Tariffs(@Value("${hansom.region:local}") String region) {
        this(Region.named(region));
    }

    Tariffs(Region region) {
        this.tariffs = Arrays.stream(ProductClass.values())
                .map(offered -> tariff(region, offered))
                .toList();
    }

    List<Tariff> all() {
        return tariffs;
    }

    private static Tariff tariff(Region region, ProductClass offered) {
        Prices prices = Prices.of(region);
        int factor = factor(offered);
        return new Tariff(
                new TariffId("%s-%s-%d"
                        .formatted(
                                region.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                offered.name().toLowerCase(Locale.ROOT),
                                VERSION)),
                offered,
                prices.base().permille(factor),
                prices.perKm().permille(factor),
                prices.perMinute().permille(factor),
                prices.minimum().permille(factor),
                150,
                LocalTime.of(23, 0),
                LocalTime.of(5, 0),
                region.zone(),
                Map.of(
                        Wish.CHILD_SEAT, prices.extra(),
                        Wish.PET, prices.extra(),
                        Wish.WHEELCHAIR, Money.zero(prices.base().currency()),
                        Wish.EXTRA_LUGGAGE, prices.extra()),
                Duration.ofMinutes(3),
                prices.perMinute().permille(factor),
                prices.extra(),
                Duration.ofMinutes(2),
                prices.minimum().permille(factor / 2),
                prices.minimum().permille(factor),
                200,
                150,
                1_300);
    }

    /** In thousandths of economy. */
    private static int factor(ProductClass offered) {
        return switch (offered) {
            case ECONOMY -> 1_000;
            case COMFORT -> 1_300;
            case BUSINESS -> 2_100;
            case VAN -> 1_700;
            case CARGO -> 2_400;
        };
    }

    /** What economy costs. */
    private record Prices(Money base, Money perKm, Money perMinute, Money minimum, Money extra) {
        static Prices of(Region region) {
            return switch (region) {
                case LOCAL -> in("EUR", 250, 120, 30, 500, 150);
                case MOSCOW -> in("RUB", 9_900, 1_800, 900, 19_900, 10_000);
                case SAINT_PETERSBURG -> in("RUB", 8_900, 1_700, 800, 17_900, 10_000);
                case SAMARA, KRASNODAR, NOVOSIBIRSK -> in("RUB", 6_900, 1_300, 600, 12_900, 8_000);
                case ALMATY -> in("KZT", 40_000, 9_000, 3_500, 70_000, 40_000);
            };
        }

        private static Prices in(String code, long base, long perKm, long perMinute, long minimum, long extra) {
            Currency currency = Currency.getInstance(code);
            return new Prices(
                    new Money(base, currency),
                    new Money(perKm, currency),
                    new Money(perMinute, currency),
                    new Money(minimum, currency),
                    new Money(extra, currency));
        }
    }
}
