package hansom.monitoring;

import hansom.contract.order.CancelReason;
import hansom.contract.order.OrderEvent;
import hansom.contract.order.OrderEvent.OrderCancelled;
import hansom.contract.order.OrderEvent.OrderCompleted;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payout.PayoutEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Counts what is stored, when it is stored: each event by its name, how orders ended, and the money that moved. */
final class EventMonitor implements MessageMonitor<Message<?>> {
    private static final String COMPLETED = "completed";

    private final MeterRegistry meters;
    private final MoneyMeters money;
    private final Map<Class<?>, Counter> byName = new ConcurrentHashMap<>();
    private final Map<String, Counter> endings = new ConcurrentHashMap<>();

    EventMonitor(MeterRegistry meters) {
        this.meters = meters;
        this.money = new MoneyMeters(meters);
        ending(COMPLETED);
        for (CancelReason reason : CancelReason.values()) ending(word(reason));
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        Object event = message.getPayload();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                stored(event);
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {}

            @Override
            public void reportIgnored() {}
        };
    }

    private void stored(Object event) {
        byName.computeIfAbsent(event.getClass(), this::counter).increment();
        switch (event) {
            case OrderEvent order -> ended(order);
            case PaymentEvent payment -> money.moved(payment);
            case PayoutEvent payout -> money.moved(payout);
            default -> {}
        }
    }

    private void ended(OrderEvent event) {
        switch (event) {
            case OrderCompleted _ -> ending(COMPLETED).increment();
            case OrderCancelled cancelled -> ending(word(cancelled.reason())).increment();
            default -> {}
        }
    }

    private Counter ending(String how) {
        return endings.computeIfAbsent(
                how,
                word -> Counter.builder("hansom.orders.ended")
                        .description("orders that ended, by how: completed, or why they were cancelled")
                        .tag("how", word)
                        .register(meters));
    }

    private Counter counter(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        String of = family == null
                ? "none"
                : family.getSimpleName().replace("Event", "").toLowerCase(Locale.ROOT);
        return Counter.builder("hansom.events")
                .description("events stored")
                .tags("family", of, "name", type.getSimpleName())
                .register(meters);
    }

    private static String word(CancelReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
