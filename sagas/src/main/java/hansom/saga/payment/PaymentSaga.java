package hansom.saga.payment;

import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.AskForPayment;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.order.OrderEvent.OrderPlaced;
import hansom.contract.order.OrderEvent.PaymentMethodChanged;
import hansom.contract.order.OrderEvent.RouteChanged;
import hansom.contract.order.OrderEvent.SearchStarted;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderTimer.PaymentTimeUp;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentCommand.CapturePayment;
import hansom.contract.payment.PaymentCommand.RequestAuthorisation;
import hansom.contract.payment.PaymentCommand.VoidPayment;
import hansom.contract.payment.PaymentEvent.AuthorisationDeclined;
import hansom.contract.payment.PaymentEvent.AuthorisationRequested;
import hansom.contract.payment.PaymentEvent.PaymentAuthorised;
import hansom.contract.payment.PaymentEvent.PaymentCallFailed;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentEvent.PaymentVoided;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.rider.RiderId;
import hansom.saga.refusal.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Sees to an order's money: reserved when the search begins, asked for otherwise when the bank says no, taken when the ride is done, given
 * back (but for a fee) when there was none. It ends when the money has moved, and at the latest a day after the order was over.
 */
@Saga
@ProcessingGroup("saga.payment")
public class PaymentSaga {
    private static final Duration TO_CHOOSE_ANOTHER_WAY = Duration.ofMinutes(5);
    private static final Duration TO_SETTLE = Duration.ofDays(1);

    private Stage stage = Stage.OPEN;
    private @Nullable PaymentMethod method;
    private boolean asked;
    private Set<CallId> unanswered = new LinkedHashSet<>();
    private boolean reserved;
    private boolean refused;
    private @Nullable Money missing;
    private @Nullable Instant due;
    private @Nullable ScheduleToken timer;

    /** What is wanted of the money. */
    private enum Stage {
        OPEN,
        TAKING,
        GIVING_BACK
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderPlaced placed, CommandGateway commands) {
        if (!placed.scheduled())
            reserve(
                    placed.orderId(),
                    placed.riderId(),
                    placed.method(),
                    placed.quote().most(),
                    commands);
    }

    /** A scheduled order's money is reserved only when its time has come. */
    @SagaEventHandler(associationProperty = "orderId")
    void on(SearchStarted started, CommandGateway commands) {
        if (method == null)
            reserve(
                    started.orderId(),
                    started.riderId(),
                    started.method(),
                    started.quote().most(),
                    commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(AuthorisationRequested requested) {
        asked = false;
        unanswered.add(requested.callId());
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentAuthorised authorised, CommandGateway commands, EventScheduler schedule) {
        answered(authorised.callId());
        reserved = true;
        switch (stage) {
            case OPEN -> {
                if (authorised.method().equals(method)) stop(schedule);
            }
            case TAKING -> {
                if (refused) settle(authorised.paymentId(), commands, schedule);
            }
            case GIVING_BACK -> settle(authorised.paymentId(), commands, schedule);
        }
    }

    /** A late answer about a way of paying that the rider has left says nothing any more. */
    @SagaEventHandler(associationProperty = "orderId")
    void on(AuthorisationDeclined declined, CommandGateway commands, EventScheduler schedule) {
        answered(declined.callId());
        if (stage != Stage.OPEN) {
            if (unanswered.isEmpty()) end(schedule);
            return;
        }
        if (!declined.method().equals(method)) return;
        var until = declined.at().plus(TO_CHOOSE_ANOTHER_WAY);
        var refusal = Commands.send(commands, new AskForPayment(declined.orderId(), declined.why(), until));
        if (refusal.isEmpty()) settleBy(until, declined.orderId(), schedule);
    }

    /** One that was cancelled too late comes before the time that counts now. */
    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentTimeUp up, CommandGateway commands, EventScheduler schedule, @Timestamp Instant now) {
        if (due == null || now.isBefore(due)) return;
        stop(schedule);
        if (stage == Stage.OPEN) Commands.send(commands, new GiveUpOrder(up.orderId(), CancelReason.PAYMENT_DECLINED));
        else end(schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentMethodChanged changed, CommandGateway commands, EventScheduler schedule) {
        stop(schedule);
        reserve(changed.orderId(), changed.riderId(), changed.method(), changed.most(), commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(RouteChanged changed, CommandGateway commands) {
        reserve(
                changed.orderId(),
                changed.riderId(),
                changed.method(),
                changed.quote().most(),
                commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCompleted completed, CommandGateway commands, EventScheduler schedule) {
        take(completed.orderId(), completed.fare().total(), completed.at(), commands, schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderCancelled cancelled, CommandGateway commands, EventScheduler schedule) {
        var fee = cancelled.fee().total();
        if (fee.isPositive()) take(cancelled.orderId(), fee, cancelled.at(), commands, schedule);
        else if (method == null) end(schedule);
        else giveBack(cancelled.orderId(), cancelled.at(), commands, schedule);
    }

    /** There may be several reservations, each taken by itself. */
    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentCaptured captured, EventScheduler schedule) {
        if (stage != Stage.TAKING || missing == null) return;
        missing = missing.minus(captured.amount());
        if (!missing.isPositive()) end(schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentVoided voided, EventScheduler schedule) {
        var nothingIsMissing = missing != null && !missing.isPositive();
        if (stage == Stage.GIVING_BACK ? !mayStillBeReserved() : stage == Stage.TAKING && nothingIsMissing)
            end(schedule);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentCallFailed failed, EventScheduler schedule) {
        if (stage != Stage.OPEN) end(schedule);
    }

    private void reserve(OrderId order, RiderId rider, PaymentMethod by, Money amount, CommandGateway commands) {
        if (stage != Stage.OPEN) return;
        method = by;
        asked = Commands.send(commands, new RequestAuthorisation(PaymentId.of(order), rider, by, amount))
                .isEmpty();
    }

    private void answered(CallId call) {
        asked = false;
        unanswered.remove(call);
    }

    private boolean mayStillBeReserved() {
        return asked || !unanswered.isEmpty();
    }

    private void take(OrderId order, Money amount, Instant at, CommandGateway commands, EventScheduler schedule) {
        stage = Stage.TAKING;
        missing = amount;
        settleBy(at.plus(TO_SETTLE), order, schedule);
        settle(PaymentId.of(order), commands, schedule);
    }

    private void giveBack(OrderId order, Instant at, CommandGateway commands, EventScheduler schedule) {
        stage = Stage.GIVING_BACK;
        settleBy(at.plus(TO_SETTLE), order, schedule);
        settle(PaymentId.of(order), commands, schedule);
    }

    /** When it is refused while the bank's answer is still out, the answer brings another attempt. */
    private void settle(PaymentId payment, CommandGateway commands, EventScheduler schedule) {
        var command = stage == Stage.TAKING && missing != null
                ? new CapturePayment(payment, missing)
                : new VoidPayment(payment);
        refused = Commands.send(commands, command).isPresent();
        var nothingIsReserved = stage == Stage.GIVING_BACK && !reserved;
        if (!mayStillBeReserved() && (refused || nothingIsReserved)) end(schedule);
    }

    private void settleBy(Instant until, OrderId order, EventScheduler schedule) {
        stop(schedule);
        due = until;
        timer = schedule.schedule(until, new PaymentTimeUp(order));
    }

    private void stop(EventScheduler schedule) {
        if (timer != null) schedule.cancelSchedule(timer);
        timer = null;
        due = null;
    }

    private void end(EventScheduler schedule) {
        stop(schedule);
        SagaLifecycle.end();
    }
}
