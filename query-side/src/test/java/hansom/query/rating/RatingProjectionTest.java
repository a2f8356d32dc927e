package hansom.query.rating;

import static hansom.query.testing.RideStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.rating.MeanRating;
import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingEvent.DriverRated;
import hansom.contract.rating.RatingEvent.RatingOpened;
import hansom.contract.rating.RatingEvent.RatingRevealed;
import hansom.contract.rating.RatingId;
import hansom.contract.rating.RatingQuery.FindMeanRating;
import hansom.contract.rating.RatingQuery.FindRating;
import hansom.query.feed.FeedsUnderTest;
import hansom.query.testing.ViewsUnderTest;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class RatingProjectionTest {
    private final ViewsUnderTest under = new ViewsUnderTest();
    private final FeedsUnderTest feeds = new FeedsUnderTest(under.views());
    private final RatingProjection ratings = new RatingProjection(under.views(), feeds.feeds());

    @Test
    void countsStarsOnceTheyAreRevealed() {
        RatingId rating = RatingId.of(ORDER);
        under.tell(
                ratings,
                rating.value(),
                0,
                new RatingOpened(rating, ANNA, BEN, minute(60)),
                new DriverRated(rating, ANNA, BEN, stars(4), NOON));
        assertThat(mean(BEN.value())).isEqualTo(new MeanRating(0, 0));
        under.tell(ratings, rating.value(), 2, new RatingRevealed(rating, ANNA, BEN, stars(4), null, NOON));
        assertThat(mean(BEN.value())).isEqualTo(new MeanRating(400, 1));
        assertThat(mean(ANNA.value())).isEqualTo(new MeanRating(0, 0));
        assertThat(ratings.handle(new FindRating(rating)).orElseThrow().revealed())
                .isTrue();
        assertThat(feeds.told(ANNA.value())).isEqualTo(3);
        assertThat(feeds.told(BEN.value())).isEqualTo(3);
    }

    @Test
    void takesTheMeanOfTheLast150AndNeverCountsOneTwice() {
        batch(1, 10, 1);
        batch(11, 160, 5);
        batch(40, 80, 1);
        assertThat(mean(BEN.value())).isEqualTo(new MeanRating(500, 160));
        batch(161, 163, 4);
        assertThat(mean(BEN.value())).isEqualTo(new MeanRating(498, 163));
    }

    /** Rides of these numbers are rated so. */
    private void batch(int first, int last, int stars) {
        under.batch(
                ratings,
                IntStream.rangeClosed(first, last)
                        .boxed()
                        .flatMap(number -> revealed(number, stars))
                        .toArray(EventMessage<?>[]::new));
    }

    private static Stream<EventMessage<?>> revealed(int number, int stars) {
        RatingId rating = RatingId.of(order(number));
        return Stream.of(
                ViewsUnderTest.message(rating.value(), 0, new RatingOpened(rating, ANNA, BEN, minute(60))),
                ViewsUnderTest.message(
                        rating.value(), 1, new RatingRevealed(rating, ANNA, BEN, stars(stars), null, minute(number))));
    }

    private MeanRating mean(String person) {
        return ratings.handle(new FindMeanRating(person));
    }

    private static Opinion stars(int stars) {
        return new Opinion(stars, Set.of(), null);
    }
}
