package hansom.edge.rider;

import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Quotes;
import hansom.contract.fare.Surge;
import hansom.contract.fare.Tariff;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.FareShape;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.RouteShape;
import hansom.edge.shape.WaypointShape;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a ride costs in each class, and the id that its order will have whichever is chosen. */
@Schema(name = "Quotes")
record QuotesShape(
        @Schema(example = "ord_01935d2a-0000-7000-8000-000000000000")
        String orderId,

        List<Priced> quotes) {
    QuotesShape {
        quotes = List.copyOf(quotes);
    }

    /** One class's quote. */
    @Schema(name = "Quote")
    record Priced(
            @Schema(description = "Send it back unchanged to accept the fare.")
            String quoteToken,

            ProductClass productClass,
            FareShape fare,

            @Schema(description = "The final fare is never more without consent.")
            MoneyShape most,

            SurgeShape surge,
            RouteShape route,
            List<WaypointShape> waypoints,

            @Schema(description = "How soon a car can be there, when known.") @Nullable
            Long pickupSeconds,

            RulesShape rules,
            @Nullable Instant pickupAt,
            Instant givenAt,
            Instant validUntil) {
        Priced {
            waypoints = List.copyOf(waypoints);
        }
    }

    /** By how much demand raises the fare, and the counts that it was reckoned from. */
    @Schema(name = "Surge")
    record SurgeShape(
            @Schema(example = "1200", description = "Thousandths of the fare; 1000 is not raised.")
            int permille,

            String cell,

            @Schema(description = "Orders wanted around in the last ten minutes.")
            int wanted,

            @Schema(description = "Free drivers around.") int free) {
        static SurgeShape of(Surge surge) {
            return new SurgeShape(
                    surge.permille(),
                    surge.demand().cell().value(),
                    surge.demand().wanted(),
                    surge.demand().free());
        }
    }

    /** What changes the final fare, told beforehand. */
    @Schema(name = "FareRules")
    record RulesShape(
            String tariffId,
            long freeWaitingSeconds,
            MoneyShape perWaitingMinute,
            long freeCancellingSeconds,
            MoneyShape lateCancelling,
            MoneyShape noShow,

            @Schema(description = "Thousandths by which the ride may differ from the route before it is reckoned anew.")
            int tolerance) {
        static RulesShape of(Tariff tariff) {
            return new RulesShape(
                    tariff.id().value(),
                    tariff.freeWaiting().toSeconds(),
                    MoneyShape.of(tariff.perWaitingMinute()),
                    tariff.freeCancelling().toSeconds(),
                    MoneyShape.of(tariff.lateCancelling()),
                    MoneyShape.of(tariff.noShow()),
                    tariff.tolerance());
        }
    }

    static QuotesShape of(Quotes quotes, PersonalTexts texts) {
        return new QuotesShape(
                quotes.orderId().value(),
                quotes.quotes().stream().map(quote -> priced(quote, texts)).toList());
    }

    private static Priced priced(Quote quote, PersonalTexts texts) {
        return new Priced(
                QuoteTokens.of(quote),
                quote.productClass(),
                FareShape.of(quote.fare()),
                MoneyShape.of(quote.most()),
                SurgeShape.of(quote.surge()),
                RouteShape.of(quote.route()),
                quote.waypoints().stream()
                        .map(waypoint -> WaypointShape.of(waypoint, texts))
                        .toList(),
                quote.pickupTime() == null ? null : quote.pickupTime().toSeconds(),
                RulesShape.of(quote.tariff()),
                quote.pickupAt(),
                quote.givenAt(),
                quote.validUntil());
    }
}
