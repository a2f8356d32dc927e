package hansom.saga.shift;

import static hansom.saga.Rides.ANNA;
import static hansom.saga.Rides.BEN;
import static hansom.saga.Rides.BENS_SHIFT;
import static hansom.saga.Rides.CARD;
import static hansom.saga.Rides.NOW;
import static hansom.saga.Rides.ORDER;
import static hansom.saga.Rides.QUOTE;
import static hansom.saga.Rides.assigned;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.SilentDrivers.Silent;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.LoseDriver;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ShiftCommand.CloseShift;
import hansom.contract.shift.ShiftCommand.ReportSignalBack;
import hansom.contract.shift.ShiftCommand.ReportSignalLost;
import hansom.saga.Buses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalWatchTest {
    private static final Duration LOST = Duration.ofSeconds(30);
    private static final Duration CLOSED = Duration.ofMinutes(10);
    private static final Silent BEN_IS_SILENT = new Silent(BEN, BENS_SHIFT, NOW);

    private final Buses buses = new Buses();
    private final SignalWatch watch = new SignalWatch(LOST, CLOSED, buses.queries(), buses.commands());
    private Duration silence = Duration.ZERO;
    private Optional<OrderView> driven = Optional.empty();

    @BeforeEach
    void aMapAndAView() {
        buses.doing(ReportSignalLost.class)
                .doing(ReportSignalBack.class)
                .doing(CloseShift.class)
                .doing(LoseDriver.class)
                .answering(FindDrivenOrder.class, OrderView.class, _ -> driven.orElse(null))
                .answering(
                        ListSilentDrivers.class,
                        SilentDrivers.class,
                        query -> new SilentDrivers(
                                silence.compareTo(query.silentFor()) >= 0 ? List.of(BEN_IS_SILENT) : List.of(),
                                List.of()));
    }

    @Test
    void saysNothingWhileAllAreHeard() {
        watch.run();
        assertThat(buses.sent()).isEmpty();
    }

    @Test
    void tellsTheShiftOnceThatItsPhoneIsSilent() {
        silence = LOST;
        watch.run();
        watch.run();
        assertThat(buses.sent()).containsExactly(new ReportSignalLost(BENS_SHIFT, NOW));
    }

    @Test
    void tellsTheShiftThatItsPhoneIsHeardAgain() {
        silence = LOST;
        watch.run();
        buses.sent();
        silence = Duration.ZERO;
        watch.run();
        watch.run();
        assertThat(buses.sent()).containsExactly(new ReportSignalBack(BENS_SHIFT));
    }

    @Test
    void closesAShiftThatStaysSilent() {
        silence = CLOSED;
        watch.run();
        watch.run();
        assertThat(buses.sent())
                .containsExactly(
                        new ReportSignalLost(BENS_SHIFT, NOW), new CloseShift(BENS_SHIFT, CloseReason.SIGNAL_LOST));
    }

    @Test
    void goesOnWhenTheShiftIsClosedAlready() {
        buses.refusing(ReportSignalLost.class, RefusalCode.SHIFT_NOT_OPEN);
        silence = LOST;
        watch.run();
        watch.run();
        assertThat(buses.sent()).hasSize(1);
    }

    @Test
    void takesAnOrderAwayThatIsNotYetDriven() {
        driven = Optional.of(order(null));
        silence = CLOSED;
        watch.run();
        assertThat(buses.sent()).contains(new LoseDriver(ORDER, BEN, GiveUpReason.SHIFT_CLOSED));
    }

    @Test
    void leavesARunningTripToItsDriver() {
        driven = Optional.of(order(NOW));
        silence = CLOSED;
        watch.run();
        assertThat(buses.sent()).hasOnlyElementsOfTypes(ReportSignalLost.class, CloseShift.class);
    }

    private static OrderView order(Instant startedAt) {
        return new OrderView(
                ORDER,
                ANNA,
                startedAt == null ? OrderStatus.ACCEPTED : OrderStatus.IN_PROGRESS,
                null,
                QUOTE,
                CARD,
                null,
                "1234",
                1,
                assigned(BEN, 1),
                0,
                null,
                null,
                null,
                null,
                null,
                NOW,
                NOW,
                null,
                null,
                startedAt,
                null,
                null,
                3);
    }
}
