package hansom.contract.rating;

/** What may be asked about ratings. */
public sealed interface RatingQuery {
    /** Answered with an Optional {@link RatingView}. */
    record FindRating(RatingId ratingId) implements RatingQuery {}

    /** The mean of the last 150 revealed stars a person (rider's or driver's id) was given; answered with {@link MeanRating}. */
    record FindMeanRating(String person) implements RatingQuery {}
}
