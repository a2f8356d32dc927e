package hansom.saga.trip;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.EUR;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.assigned;
import static hansom.saga.Rides.euros;
import static hansom.saga.Rides.fare;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.driver.VehicleType;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.MatchTrack;
import hansom.contract.geo.Tracking;
import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.CompleteOrder;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.TripEnded;
import hansom.contract.order.OrderTimer.TrackDue;
import hansom.contract.shift.ReleaseReason;
import hansom.contract.shift.ShiftCommand.ReleaseShift;
import hansom.saga.Buses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TripSagaTest {
    private static final Instant STARTED = NOW.minus(Duration.ofMinutes(9));
    private static final TripEnded ENDED =
            new TripEnded(ORDER, ANNA, assigned(BEN, 1), QUOTE, STARTED, NOW, Duration.ZERO);
    private static final Tracking MATCHED = new Tracking(
            Distance.ofMetres(3_120),
            Distance.NONE,
            Duration.ofMinutes(9),
            108,
            Tracking.Basis.MATCHED,
            "tracks/1",
            "ab");
    private static final Tracking PLANNED = new Tracking(
            Distance.ofMetres(3_000),
            Distance.ofMetres(3_000),
            Duration.ofMinutes(9),
            0,
            Tracking.Basis.PLANNED,
            "",
            "");

    private final SagaTestFixture<TripSaga> saga = new SagaTestFixture<>(TripSaga.class);
    private final Buses map = new Buses();
    private final List<MatchTrack> asked = new ArrayList<>();

    @BeforeEach
    void theMap() {
        saga.registerResource(map.queries());
    }

    @Test
    void completesTheOrderWithItsMatchedTrack() {
        theMapKnowsTheTrack();
        given().whenPublishingA(ENDED)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new CompleteOrder(ORDER, MATCHED))
                .expectNoScheduledEvents();
        assertThat(asked)
                .containsExactly(new MatchTrack(ORDER, BEN, ANNA, STARTED, NOW, QUOTE.route(), VehicleType.CAR));
    }

    @Test
    void asksAgainLaterWhenTheMapIsGone() {
        given().whenPublishingA(ENDED)
                .expectNoDispatchedCommands()
                .expectScheduledEvent(Duration.ofSeconds(4), new TrackDue(ORDER, 2));
    }

    @Test
    void completesTheOrderOnceTheMapIsBack() {
        given(ENDED);
        theMapKnowsTheTrack();
        saga.whenTimeElapses(Duration.ofSeconds(4)).expectDispatchedCommands(new CompleteOrder(ORDER, MATCHED));
    }

    @Test
    void billsThePlannedWayWhenTheMapStaysAway() {
        given(ENDED)
                .whenTimeElapses(Duration.ofMinutes(3))
                .expectDispatchedCommands(new CompleteOrder(ORDER, PLANNED))
                .expectNoScheduledEvents();
    }

    @Test
    void freesTheDriverWhenTheRideIsDoneAndEnds() {
        theMapKnowsTheTrack();
        given(ENDED)
                .whenPublishingA(new OrderCompleted(
                        ORDER, ANNA, assigned(BEN, 1), CARD, fare(20), euros(4), MATCHED, STARTED, NOW, NOW))
                .expectActiveSagas(0)
                .expectDispatchedCommands(new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.TRIP_ENDED));
    }

    @Test
    void freesTheDriverWhenTheOrderIsCancelledInsteadAndEnds() {
        given(ENDED)
                .whenPublishingA(new OrderCancelled(
                        ORDER,
                        ANNA,
                        CancelReason.OPERATOR_DECISION,
                        assigned(BEN, 1),
                        CARD,
                        fare(0),
                        Money.zero(EUR),
                        "mistake",
                        NOW))
                .expectActiveSagas(0)
                .expectDispatchedCommands(new ReleaseShift(BENS_SHIFT, ORDER, ReleaseReason.ORDER_CANCELLED))
                .expectNoScheduledEvents();
    }

    @Test
    void mayBeToldTwiceThatTheTripHasEnded() {
        theMapKnowsTheTrack();
        given(ENDED)
                .whenPublishingA(ENDED)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new CompleteOrder(ORDER, MATCHED));
    }

    private ContinuedGivenState given(Object... events) {
        var state = saga.givenCurrentTime(NOW);
        for (var event : events) state = state.andThenAPublished(event);
        return state;
    }

    private void theMapKnowsTheTrack() {
        map.answering(MatchTrack.class, Tracking.class, question -> {
            asked.add(question);
            return MATCHED;
        });
    }
}
