package hansom.edge.webhook;

import hansom.contract.order.OrderEvent;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payout.PayoutEvent;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Writes the log of notices, one after the other, in the transaction of the token: no number is given twice or left out. */
@Component
@ProcessingGroup(NoticeLog.GROUP)
class NoticeLog {
    static final String GROUP = "work.webhooks";

    private final WebhookTables tables;

    NoticeLog(WebhookTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(OrderEvent event, EventMessage<?> message) {
        note(message, NoticeTypes.of(event), "/v1/ops/orders/" + event.orderId());
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message) {
        NoticeTypes.of(event).ifPresent(type -> note(message, type, "/v1/ops/payments/" + event.paymentId()));
    }

    @EventHandler
    void on(PayoutEvent event, EventMessage<?> message) {
        note(message, NoticeTypes.of(event), "/v1/ops/payouts/" + event.payoutId());
    }

    private void note(EventMessage<?> message, String type, String href) {
        Instant at = message.getTimestamp();
        tables.append(message.getIdentifier(), type, at, href);
    }
}
