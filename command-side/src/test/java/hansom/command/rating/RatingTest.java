package hansom.command.rating;

import hansom.contract.driver.DriverId;
import hansom.contract.order.OrderId;
import hansom.contract.person.Sealed;
import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingCommand.*;
import hansom.contract.rating.RatingEvent.*;
import hansom.contract.rating.RatingId;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatingTest {
    private static final String UUID = "019a0000-0000-7000-8000-000000000000";
    private static final RatingId RATING = RatingId.of(new OrderId("ord_" + UUID));
    private static final RiderId ANNA = new RiderId("rid_" + UUID);
    private static final DriverId BEN = new DriverId("drv_" + UUID);
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final RatingOpened OPENED = new RatingOpened(RATING, ANNA, BEN, NOW.plus(Duration.ofHours(24)));
    private static final Opinion GOOD = new Opinion(5, Set.of(Opinion.Tag.POLITE), new Sealed("rid_1", "one"));
    private static final Opinion FAIR = new Opinion(3, Set.of(), null);
    private static final DriverRated DRIVER_RATED = new DriverRated(RATING, ANNA, BEN, GOOD, NOW);
    private static final RiderRated RIDER_RATED = new RiderRated(RATING, ANNA, BEN, FAIR, NOW);

    private final AggregateTestFixture<Rating> rating = new AggregateTestFixture<>(Rating.class);

    @BeforeEach
    void begin() {
        rating.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void staysBlindUntilBothHaveSpoken() {
        rating.given(OPENED).when(new RateDriver(RATING, ANNA, GOOD)).expectEvents(DRIVER_RATED);
        rating.given(OPENED, DRIVER_RATED)
                .when(new RateRider(RATING, BEN, FAIR))
                .expectEvents(RIDER_RATED, new RatingRevealed(RATING, ANNA, BEN, GOOD, FAIR, NOW));
        rating.given(OPENED, RIDER_RATED)
                .when(new RateDriver(RATING, ANNA, GOOD))
                .expectEvents(DRIVER_RATED, new RatingRevealed(RATING, ANNA, BEN, GOOD, FAIR, NOW));
    }

    @Test
    void isRevealedWithWhatWasGivenWhenTheTimeIsOver() {
        rating.given(OPENED, DRIVER_RATED)
                .when(new CloseRating(RATING))
                .expectEvents(new RatingRevealed(RATING, ANNA, BEN, GOOD, null, NOW));
        rating.given(OPENED)
                .when(new CloseRating(RATING))
                .expectEvents(new RatingRevealed(RATING, ANNA, BEN, null, null, NOW));
        rating.given(OPENED, new RatingRevealed(RATING, ANNA, BEN, null, null, NOW))
                .when(new CloseRating(RATING))
                .expectNoEvents();
    }

    @Test
    void takesTheSameOpinionTwiceForOneAlsoWhenItsCommentWasSealedAnew() {
        var again = new Opinion(5, Set.of(Opinion.Tag.POLITE), new Sealed("rid_1", "two"));
        rating.given(OPENED, DRIVER_RATED)
                .when(new RateDriver(RATING, ANNA, again))
                .expectNoEvents();
        rating.given(OPENED, DRIVER_RATED)
                .when(new RateDriver(RATING, ANNA, FAIR))
                .expectExceptionDetails(new Refusal(RefusalCode.RATING_ALREADY_GIVEN));
    }

    @Test
    void refusesStrangersAndWhatComesTooEarlyOrTooLate() {
        var stranger = new RiderId("rid_119a0000-0000-7000-8000-000000000000");
        rating.given(OPENED)
                .when(new RateDriver(RATING, stranger, GOOD))
                .expectExceptionDetails(new Refusal(RefusalCode.NOT_FOUND));
        rating.givenNoPriorActivity()
                .when(new RateDriver(RATING, ANNA, GOOD))
                .expectExceptionDetails(new Refusal(RefusalCode.RATING_NOT_OPEN));
        rating.given(new RatingOpened(RATING, ANNA, BEN, NOW))
                .when(new RateDriver(RATING, ANNA, GOOD))
                .expectExceptionDetails(new Refusal(RefusalCode.RATING_NOT_OPEN));
        rating.given(OPENED, new RatingRevealed(RATING, ANNA, BEN, null, null, NOW))
                .when(new RateRider(RATING, BEN, FAIR))
                .expectExceptionDetails(new Refusal(RefusalCode.RATING_NOT_OPEN));
    }
}
