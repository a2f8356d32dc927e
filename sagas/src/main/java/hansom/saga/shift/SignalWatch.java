package hansom.saga.shift;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.GeoQuery.ListSilentDrivers;
import hansom.contract.geo.SilentDrivers;
import hansom.contract.geo.SilentDrivers.Silent;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand.LoseDriver;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderView;
import hansom.contract.shift.CloseReason;
import hansom.contract.shift.ShiftCommand.CloseShift;
import hansom.contract.shift.ShiftCommand.ReportSignalBack;
import hansom.contract.shift.ShiftCommand.ReportSignalLost;
import hansom.contract.shift.ShiftId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Watches phones that have fallen silent: the shift is told, told again when the phone is heard, and closed when it stays silent for long.
 * An order that such a driver has not yet begun to drive looks for another. How long a silence lasts is the map's to say.
 */
final class SignalWatch implements Runnable {
    private static final ResponseType<Optional<OrderView>> MAYBE_AN_ORDER =
            ResponseTypes.optionalInstanceOf(OrderView.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Duration lostAfter;
    private final Duration closedAfter;
    private final QueryGateway queries;
    private final CommandGateway commands;
    private final Map<ShiftId, Instant> told = new HashMap<>();
    private final Set<ShiftId> closed = new HashSet<>();

    SignalWatch(Duration lostAfter, Duration closedAfter, QueryGateway queries, CommandGateway commands) {
        this.lostAfter = lostAfter;
        this.closedAfter = closedAfter;
        this.queries = queries;
        this.commands = commands;
    }

    @Override
    public void run() {
        var lost = ask(new ListSilentDrivers(lostAfter), ResponseTypes.instanceOf(SilentDrivers.class));
        var silent = lost.silent().stream().map(Silent::shiftId).collect(Collectors.toSet());
        var heard = new HashSet<>(lost.heardAgain());
        heard.addAll(told.keySet());
        heard.removeAll(silent);
        heard.forEach(this::heardAgain);
        closed.retainAll(silent);
        lost.silent().forEach(this::tellOnce);
        if (lost.silent().isEmpty()) return;
        ask(new ListSilentDrivers(closedAfter), ResponseTypes.instanceOf(SilentDrivers.class))
                .silent()
                .forEach(this::giveUpOnce);
    }

    private void heardAgain(ShiftId shift) {
        Commands.send(commands, new ReportSignalBack(shift));
        told.remove(shift);
    }

    private void tellOnce(Silent silent) {
        if (silent.lastSeen().equals(told.get(silent.shiftId()))) return;
        Commands.send(commands, new ReportSignalLost(silent.shiftId(), silent.lastSeen()));
        told.put(silent.shiftId(), silent.lastSeen());
    }

    private void giveUpOnce(Silent silent) {
        if (closed.contains(silent.shiftId())) return;
        takeOrderFrom(silent.driverId());
        Commands.send(commands, new CloseShift(silent.shiftId(), CloseReason.SIGNAL_LOST));
        closed.add(silent.shiftId());
    }

    private void takeOrderFrom(DriverId driver) {
        ask(new FindDrivenOrder(driver), MAYBE_AN_ORDER)
                .filter(order -> order.startedAt() == null)
                .ifPresent(order ->
                        Commands.send(commands, new LoseDriver(order.orderId(), driver, GiveUpReason.SHIFT_CLOSED)));
    }

    private <A> A ask(Object query, ResponseType<A> answer) {
        return queries.query(query, answer)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
