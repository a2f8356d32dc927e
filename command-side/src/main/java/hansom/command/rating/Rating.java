package hansom.command.rating;

import hansom.command.Decides;
import hansom.command.rating.State.Open;
import hansom.command.rating.State.Ride;
import hansom.command.refusal.RefusedException;
import hansom.contract.rating.Opinion;
import hansom.contract.rating.RatingCommand.CloseRating;
import hansom.contract.rating.RatingCommand.OpenRating;
import hansom.contract.rating.RatingCommand.RateDriver;
import hansom.contract.rating.RatingCommand.RateRider;
import hansom.contract.rating.RatingEvent;
import hansom.contract.rating.RatingEvent.DriverRated;
import hansom.contract.rating.RatingEvent.RatingOpened;
import hansom.contract.rating.RatingEvent.RatingRevealed;
import hansom.contract.rating.RatingEvent.RiderRated;
import hansom.contract.rating.RatingId;
import hansom.contract.refusal.RefusalCode;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What rider and driver thought of one ride. Neither learns the other's opinion before both have spoken or the time is over. */
@Aggregate
class Rating {
    @AggregateIdentifier
    private @Nullable RatingId id;

    private State state = new State.Unopened();

    @Decides
    void handle(OpenRating open) {
        switch (state) {
            case State.Unopened _ ->
                AggregateLifecycle.apply(
                        new RatingOpened(open.ratingId(), open.riderId(), open.driverId(), open.until()));
            case Open _, State.Revealed _ -> {} // told twice
        }
    }

    @Decides
    void handle(RateDriver rate, Clock clock) {
        var ride = state.ride();
        if (!ride.riderId().equals(rate.riderId())) throw new RefusedException(RefusalCode.NOT_FOUND);
        if (isGiven(rate.opinion(), ride.ofDriver())) return;
        var now = inTime(clock);
        AggregateLifecycle.apply(
                new DriverRated(rate.ratingId(), ride.riderId(), ride.driverId(), rate.opinion(), now));
        if (ride.ofRider() != null) reveal(rate.ratingId(), now);
    }

    @Decides
    void handle(RateRider rate, Clock clock) {
        var ride = state.ride();
        if (!ride.driverId().equals(rate.driverId())) throw new RefusedException(RefusalCode.NOT_FOUND);
        if (isGiven(rate.opinion(), ride.ofRider())) return;
        var now = inTime(clock);
        AggregateLifecycle.apply(new RiderRated(rate.ratingId(), ride.riderId(), ride.driverId(), rate.opinion(), now));
        if (ride.ofDriver() != null) reveal(rate.ratingId(), now);
    }

    @Decides
    void handle(CloseRating close, Clock clock) {
        switch (state) {
            case Open _ -> reveal(close.ratingId(), clock.instant());
            case State.Unopened _, State.Revealed _ -> {} // nothing to close
        }
    }

    /** A comment is sealed anew each time it is sent, so only what can be compared is. */
    private static boolean isGiven(Opinion opinion, @Nullable Opinion given) {
        if (given == null) return false;
        var same = given.stars() == opinion.stars()
                && given.tags().equals(opinion.tags())
                && (given.comment() == null) == (opinion.comment() == null);
        if (same) return true;
        throw new RefusedException(RefusalCode.RATING_ALREADY_GIVEN);
    }

    private Instant inTime(Clock clock) {
        var now = clock.instant();
        if (state instanceof Open(Ride ride) && now.isBefore(ride.until())) return now;
        throw new RefusedException(RefusalCode.RATING_NOT_OPEN);
    }

    private void reveal(RatingId ratingId, Instant now) {
        var ride = state.ride();
        AggregateLifecycle.apply(
                new RatingRevealed(ratingId, ride.riderId(), ride.driverId(), ride.ofDriver(), ride.ofRider(), now));
    }

    @EventSourcingHandler
    void on(RatingEvent event) {
        id = event.ratingId();
        state = switch (event) {
            case RatingOpened opened ->
                new Open(new Ride(opened.riderId(), opened.driverId(), opened.until(), null, null));
            case DriverRated rated -> new Open(state.ride().withDriver(rated.opinion()));
            case RiderRated rated -> new Open(state.ride().withRider(rated.opinion()));
            case RatingRevealed _ -> new State.Revealed(state.ride());
        };
    }
}
