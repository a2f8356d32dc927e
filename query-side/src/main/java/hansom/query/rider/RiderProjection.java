package hansom.query.rider;

import hansom.contract.rating.MeanRating;
import hansom.contract.rating.RatingQuery.FindMeanRating;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderEvent;
import hansom.contract.rider.RiderPage;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderQuery.FindRiderClass;
import hansom.contract.rider.RiderQuery.ListRiders;
import hansom.contract.rider.RiderView;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each rider's row and answers for it; the mean of ratings, which ratings keep, is added when one rider is asked for. */
@Component
@ProcessingGroup("query.rider")
class RiderProjection {
    private static final int MOST = 100;
    private static final MeanRating NONE = new MeanRating(0, 0);

    private final ViewTable<RiderView> riders;
    private final QueryGateway queries;

    RiderProjection(Views views, QueryGateway queries) {
        this.riders = views.table(
                "riders",
                RiderView.class,
                rider -> Map.of("registered_at", rider.registeredAt().toEpochMilli()));
        this.queries = queries;
    }

    @EventHandler
    void on(RiderEvent event, @SequenceNumber long version) {
        @Nullable RiderView before = riders.find(event.riderId().value()).orElse(null);
        if (before != null && before.version() >= version) return;
        riders.save(event.riderId().value(), RiderFold.after(before, event, version));
    }

    @QueryHandler
    CompletableFuture<Optional<RiderView>> handle(FindRider query) {
        Optional<RiderView> found = riders.find(query.riderId().value());
        if (found.isEmpty()) return CompletableFuture.completedFuture(found);
        return queries.query(new FindMeanRating(query.riderId().value()), MeanRating.class)
                .completeOnTimeout(NONE, 1, TimeUnit.SECONDS)
                .exceptionally(unknown -> NONE)
                .thenApply(mean -> found.map(rider -> rated(rider, mean)));
    }

    @QueryHandler
    Optional<RiderClass> handle(FindRiderClass query) {
        return riders.find(query.riderId().value()).map(RiderView::riderClass);
    }

    private static RiderView rated(RiderView rider, MeanRating mean) {
        return new RiderView(
                rider.riderId(),
                rider.phone(),
                rider.name(),
                rider.email(),
                rider.language(),
                rider.avatarFile(),
                rider.riderClass(),
                rider.blocked(),
                rider.blockReason(),
                rider.places(),
                rider.contacts(),
                rider.cards(),
                rider.consents(),
                mean.count() == 0 ? null : mean.hundredths(),
                mean.count(),
                rider.registeredAt(),
                rider.version());
    }

    @QueryHandler
    RiderPage handle(ListRiders query) {
        Listed<RiderView> listed = riders.newest(
                "riders_by_time",
                "id > ''",
                Map.of(),
                "registered_at",
                Cursor.of(query.cursor()),
                Math.clamp(query.limit(), 1, MOST));
        return new RiderPage(listed.views(), listed.next());
    }
}
