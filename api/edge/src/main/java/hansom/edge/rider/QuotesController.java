package hansom.edge.rider;

import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Quotes;
import hansom.contract.fare.Waypoint;
import hansom.contract.fare.Wish;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.WaypointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what a ride would cost. */
@RestController
@Tag(name = "Rider: orders")
final class QuotesController {
    private static final Duration LONGEST_AHEAD = Duration.ofDays(30);

    private final Questions questions;
    private final Riders riders;
    private final PersonalTexts texts;
    private final Clock businessClock;
    private final Region region;

    QuotesController(
            Questions questions,
            Riders riders,
            PersonalTexts texts,
            Clock businessClock,
            @Value("${hansom.region:local}") String region) {
        this.questions = questions;
        this.riders = riders;
        this.texts = texts;
        this.businessClock = businessClock;
        this.region = Region.named(region);
    }

    /** A ride to be priced. */
    @Schema(name = "QuoteRequest")
    record QuoteRequest(
            @NotNull @Valid WaypointShape pickup,
            @NotNull @Valid WaypointShape dropOff,
            @Size(max = 5) @Nullable List<@NotNull @Valid WaypointShape> stops,
            @Nullable Set<@NotNull Wish> wishes,

            @Schema(description = "Only these classes; all when left out.") @Nullable
            Set<@NotNull ProductClass> productClasses,

            @Schema(description = "For a ride later: up to thirty days ahead.") @Nullable
            Instant pickupAt,

            @Schema(
                    description =
                            "To change the route of this running order; else a new order's id comes with the quotes.")
            @Nullable
            OrderId orderId) {

        List<Waypoint> waypoints(RiderId rider, PersonalTexts texts) {
            return Stream.of(
                            List.of(pickup),
                            Objects.requireNonNullElse(stops, List.<WaypointShape>of()),
                            List.of(dropOff))
                    .flatMap(List::stream)
                    .map(waypoint -> waypoint.waypoint(rider, texts))
                    .toList();
        }
    }

    @PostMapping("/v1/quotes")
    @Operation(
            summary = "What a ride costs, in every class at once",
            description =
                    "Nothing is stored: each quote is signed and comes back as quote_token with PUT /v1/orders/{order_id}.")
    @Refuses({
        RefusalCode.NO_PRODUCT_HERE,
        RefusalCode.SAME_START_AND_END,
        RefusalCode.NO_ROAD_NEAR,
        RefusalCode.UNREACHABLE,
        RefusalCode.OUTSIDE_SERVICE_AREA,
        RefusalCode.COORDINATES_SWAPPED,
        RefusalCode.PICKUP_TIME_WRONG,
        RefusalCode.ORDER_UNKNOWN
    })
    QuotesShape quote(RiderId rider, @Valid @RequestBody QuoteRequest request, Locale locale) {
        OrderId order = request.orderId() == null
                ? new OrderId(Uuid7.mint("ord", region, businessClock.instant()))
                : riders.order(rider, request.orderId(), null).orderId();
        if (request.orderId() == null && !mayBegin(request.pickupAt(), businessClock.instant()))
            throw new Refused(RefusalCode.PICKUP_TIME_WRONG);
        Quotes quotes = questions.get(
                new QuoteRide(
                        order,
                        rider,
                        riders.riderClass(rider),
                        request.waypoints(rider, texts),
                        Objects.requireNonNullElse(request.wishes(), Set.of()),
                        Objects.requireNonNullElse(request.productClasses(), Set.of()),
                        request.pickupAt(),
                        Languages.of(locale)),
                Quotes.class);
        return QuotesShape.of(quotes, texts);
    }

    /** The order is checked again when it is placed; told here already, nobody chooses a price for a time that cannot be. */
    private static boolean mayBegin(@Nullable Instant pickupAt, Instant now) {
        return pickupAt == null || (!pickupAt.isBefore(now) && !pickupAt.isAfter(now.plus(LONGEST_AHEAD)));
    }
}
