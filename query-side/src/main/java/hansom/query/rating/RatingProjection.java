package hansom.query.rating;

import hansom.contract.feed.FeedNews.RatingChanged;
import hansom.contract.rating.MeanRating;
import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingEvent;
import hansom.contract.rating.RatingEvent.DriverRated;
import hansom.contract.rating.RatingEvent.RatingOpened;
import hansom.contract.rating.RatingEvent.RatingRevealed;
import hansom.contract.rating.RatingEvent.RiderRated;
import hansom.contract.rating.RatingQuery.FindMeanRating;
import hansom.contract.rating.RatingQuery.FindRating;
import hansom.contract.rating.RatingView;
import hansom.query.feed.Feeds;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each ride's rating, tells both sides, and knows everybody's mean; stars count once they are revealed. */
@Component
@ProcessingGroup("query.rating")
class RatingProjection {
    private static final int COUNTED = 150;

    private final Views views;
    private final ViewTable<RatingView> ratings;
    private final Feeds feeds;

    RatingProjection(Views views, Feeds feeds) {
        this.views = views;
        this.ratings = views.table("ratings", RatingView.class, rating -> Map.of());
        this.feeds = feeds;
    }

    @EventHandler
    void on(RatingEvent event, @SequenceNumber long version, ReplayStatus replay) {
        @Nullable RatingView before = ratings.find(event.ratingId().value()).orElse(null);
        if (before != null && before.version() >= version) return;
        RatingView after = after(before, event, version);
        ratings.save(after.ratingId().value(), after);
        if (event instanceof RatingRevealed revealed) {
            count(after.driverId().value(), after, revealed.ofDriver(), revealed.at());
            count(after.riderId().value(), after, revealed.ofRider(), revealed.at());
        }
        if (!replay.isReplay())
            feeds.tell(
                    List.of(after.riderId().value(), after.driverId().value()),
                    new RatingChanged(after),
                    event.orderId(),
                    version);
    }

    private static RatingView after(@Nullable RatingView before, RatingEvent event, long version) {
        if (event instanceof RatingOpened opened)
            return new RatingView(
                    opened.ratingId(), opened.riderId(), opened.driverId(), opened.until(), null, null, false, version);
        if (before == null) throw new IllegalStateException("a rating's story begins with its opening");
        return switch (event) {
            case RatingOpened again -> before;
            case DriverRated rated -> with(before, rated.opinion(), before.ofRider(), false, version);
            case RiderRated rated -> with(before, before.ofDriver(), rated.opinion(), false, version);
            case RatingRevealed revealed -> with(before, revealed.ofDriver(), revealed.ofRider(), true, version);
        };
    }

    private static RatingView with(
            RatingView before, @Nullable Opinion ofDriver, @Nullable Opinion ofRider, boolean revealed, long version) {
        return new RatingView(
                before.ratingId(),
                before.riderId(),
                before.driverId(),
                before.until(),
                ofDriver,
                ofRider,
                revealed,
                version);
    }

    private void count(String person, RatingView rating, @Nullable Opinion opinion, Instant at) {
        if (opinion == null) return;
        views.put(
                "stars",
                Map.of(
                        "person", person,
                        "rating", rating.ratingId().value(),
                        "at", at.toEpochMilli(),
                        "stars", opinion.stars()));
    }

    @QueryHandler
    Optional<RatingView> handle(FindRating query) {
        return ratings.find(query.ratingId().value());
    }

    @QueryHandler
    MeanRating handle(FindMeanRating query) {
        List<Integer> last = views.sql()
                .sql("SELECT stars FROM %s WHERE person = :person ORDER BY at DESC, rating DESC LIMIT %d"
                        .formatted(views.via("stars", "stars_by_time"), COUNTED))
                .param("person", query.person())
                .query(Integer.class)
                .list();
        int all = views.sql()
                .sql("SELECT count(*) FROM %s WHERE person = :person".formatted(views.name("stars")))
                .param("person", query.person())
                .query(Integer.class)
                .single();
        int sum = last.stream().mapToInt(Integer::intValue).sum();
        return new MeanRating(last.isEmpty() ? 0 : Math.round(100f * sum / last.size()), all);
    }
}
