package hansom.saga.rating;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;

import hansom.contract.driver.DriverCommand.RecordStanding;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Tracking;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderTimer.RatingTimeUp;
import hansom.contract.rating.MeanRating;
import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingCommand.CloseRating;
import hansom.contract.rating.RatingCommand.OpenRating;
import hansom.contract.rating.RatingEvent.RatingRevealed;
import hansom.contract.rating.RatingId;
import hansom.contract.rating.RatingQuery.FindMeanRating;
import hansom.saga.Buses;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatingSagaTest {
    private static final RatingId RATING = RatingId.of(ORDER);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration TO_COUNT = Duration.ofSeconds(30);
    private static final Opinion FIVE_STARS = new Opinion(5, Set.of(), null);

    private final SagaTestFixture<RatingSaga> saga = new SagaTestFixture<>(RatingSaga.class);
    private MeanRating mean = new MeanRating(487, 31);

    @BeforeEach
    void aView() {
        saga.registerResource(new Buses()
                .answering(FindMeanRating.class, MeanRating.class, _ -> mean)
                .queries());
    }

    @Test
    void opensAFinishedRideForRating() {
        given().whenPublishingA(completed())
                .expectActiveSagas(1)
                .expectDispatchedCommands(new OpenRating(RATING, ANNA, BEN, NOW.plus(DAY)))
                .expectScheduledEvent(NOW.plus(DAY), new RatingTimeUp(ORDER));
    }

    @Test
    void closesTheRatingWhenItsTimeIsUp() {
        given(completed()).whenTimeElapses(DAY).expectActiveSagas(1).expectDispatchedCommands(new CloseRating(RATING));
    }

    @Test
    void endsSilentlyWhenNobodyHasSaidAnything() throws Exception {
        given(completed())
                .andThenTimeElapses(DAY)
                .whenTimeElapses(TO_COUNT)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void waitsUntilTheViewHasCountedWhatWasRevealed() {
        given(completed())
                .whenPublishingA(revealed(FIVE_STARS, NOW))
                .expectNoDispatchedCommands()
                .expectScheduledEvent(NOW.plus(TO_COUNT), new RatingTimeUp(ORDER))
                .expectNoScheduledEvent(NOW.plus(DAY), new RatingTimeUp(ORDER));
    }

    @Test
    void bringsTheDriversStandingUpToDateAndEnds() {
        given(completed(), revealed(FIVE_STARS, NOW))
                .whenTimeElapses(TO_COUNT)
                .expectActiveSagas(0)
                .expectDispatchedCommands(new RecordStanding(BEN, 487, 31))
                .expectNoScheduledEvents();
    }

    @Test
    void countsAnOpinionThatTheClosingRevealed() throws Exception {
        given(completed())
                .andThenTimeElapses(DAY)
                .andThenAPublished(revealed(FIVE_STARS, NOW.plus(DAY)))
                .whenTimeElapses(TO_COUNT)
                .expectActiveSagas(0)
                .expectDispatchedCommands(new RecordStanding(BEN, 487, 31));
    }

    @Test
    void leavesTheStandingAloneWhenOnlyTheRiderWasRated() {
        given(completed(), revealed(null, NOW))
                .whenTimeElapses(TO_COUNT)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void recordsNoMeanOfNothing() {
        mean = new MeanRating(0, 0);
        given(completed(), revealed(FIVE_STARS, NOW))
                .whenTimeElapses(TO_COUNT)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }

    private static RatingRevealed revealed(Opinion ofDriver, Instant at) {
        return new RatingRevealed(RATING, ANNA, BEN, ofDriver, FIVE_STARS, at);
    }

    private static OrderCompleted completed() {
        var tracking = new Tracking(
                Distance.ofMetres(3_000),
                Distance.NONE,
                Duration.ofMinutes(8),
                90,
                Tracking.Basis.MATCHED,
                "tracks/1",
                "00");
        return new OrderCompleted(ORDER, ANNA, assigned(BEN, 1), CARD, fare(20), euros(4), tracking, NOW, NOW, NOW);
    }
}
