package hansom.edge.shape;

import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingView;
import hansom.edge.person.PersonalTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ride's rating; each side sees only its own opinion until both have spoken or the time is over. */
@Schema(name = "Rating")
public record RatingShape(
        String ratingId,
        String orderId,
        @Nullable OpinionShape ofDriver,
        @Nullable OpinionShape ofRider,
        boolean revealed,
        Instant until,
        long version) {

    /** Stars, ready words, a comment. */
    @Schema(name = "Opinion")
    public record OpinionShape(
            @Schema(example = "5") int stars,
            Set<Opinion.Tag> tags,
            @Nullable String comment) {
        public OpinionShape {
            tags = new TreeSet<>(tags);
        }
    }

    public static RatingShape of(RatingView rating, String viewer, PersonalTexts texts) {
        boolean all = rating.revealed();
        return new RatingShape(
                rating.ratingId().value(),
                rating.ratingId().order().value(),
                all || viewer.equals(rating.riderId().value()) ? opinion(rating.ofDriver(), texts) : null,
                all || viewer.equals(rating.driverId().value()) ? opinion(rating.ofRider(), texts) : null,
                all,
                rating.until(),
                rating.version());
    }

    private static @Nullable OpinionShape opinion(@Nullable Opinion opinion, PersonalTexts texts) {
        return opinion == null
                ? null
                : new OpinionShape(opinion.stars(), opinion.tags(), texts.open(opinion.comment()));
    }
}
