package hansom.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.money.Money;
import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderCommand.GiveUpOrder;
import hansom.contract.order.OrderId;
import hansom.contract.payment.CallId;
import hansom.contract.payment.PaymentEvent.PaymentCaptured;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentMethod;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Currency;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class MonitorsTest {
    private static final OrderId ORDER = new OrderId("ord_01a22d38-a43e-7222-b3c7-b33f853db400");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BusMonitor commands = new BusMonitor(meters, "commands", "commands");
    private final EventMonitor events = new EventMonitor(meters);

    @Test
    void tellsRefusedFromLostAndBroken() {
        commands.onMessageIngested(cancel()).reportSuccess();
        commands.onMessageIngested(cancel())
                .reportFailure(new CommandExecutionException(
                        "no", null, new Refusal(RefusalCode.ORDER_ALREADY_STARTED, "of anna")));
        commands.onMessageIngested(cancel())
                .reportFailure(new CommandExecutionException("lost", new ConcurrencyException("again")));
        commands.onMessageIngested(cancel()).reportFailure(new IllegalStateException("broken"));

        for (String outcome : new String[] {"done", "refused", "conflict", "failed"})
            assertThat(meters.get("hansom.commands")
                            .tags("name", "GiveUpOrder", "outcome", outcome)
                            .timer()
                            .count())
                    .as(outcome)
                    .isEqualTo(1);
        assertThat(count("hansom.commands.failed")).isEqualTo(1);
        assertThat(count("hansom.refusals", "name", "GiveUpOrder", "code", "order_already_started"))
                .isEqualTo(1);
    }

    @Test
    void countsMoneyWhenItIsStoredAndNotBefore() {
        var captured = events.onMessageIngested(captured(575));
        assertThat(meters.find("hansom.money.minor.units").counters()).isEmpty();
        captured.reportSuccess();
        events.onMessageIngested(captured(100)).reportFailure(new IllegalStateException("rolled back"));
        assertThat(count("hansom.money.minor.units", "flow", "captured", "currency", "EUR"))
                .isEqualTo(575);
        assertThat(count("hansom.money.minor.units", "flow", "refunded", "currency", "EUR"))
                .as("there from the first event in the currency on")
                .isZero();
        assertThat(count("hansom.events", "family", "payment", "name", "PaymentCaptured"))
                .isEqualTo(1);
    }

    @Test
    void knowsEveryWayInWhichAnOrderEndsBeforeTheFirstDoes() {
        for (CancelReason reason : CancelReason.values())
            assertThat(count("hansom.orders.ended", "how", reason.name().toLowerCase(java.util.Locale.ROOT)))
                    .isZero();
        assertThat(count("hansom.orders.ended", "how", "completed")).isZero();
    }

    @Test
    void putsNobodysNameOrIdIntoALabel() {
        commands.onMessageIngested(cancel()).reportSuccess();
        events.onMessageIngested(captured(1)).reportSuccess();
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .noneMatch(tag -> tag.getValue().contains("01a22d38")
                                || tag.getValue().contains("rid_")));
    }

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private static Message<?> cancel() {
        return new GenericCommandMessage<>(new GiveUpOrder(ORDER, CancelReason.NO_DRIVER_FOUND));
    }

    private static Message<?> captured(long minorUnits) {
        var payment = PaymentId.of(ORDER);
        return GenericEventMessage.asEventMessage(new PaymentCaptured(
                payment,
                new RiderId("rid_01a22d38-a43e-7222-b3c7-b33f853db401"),
                CallId.of(payment, "capture", 1),
                new PaymentMethod.Cash(),
                new Money(minorUnits, Currency.getInstance("EUR")),
                Instant.EPOCH));
    }
}
