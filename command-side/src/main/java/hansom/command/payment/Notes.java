package hansom.command.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.command.gateway.Notice;
import hansom.contract.payment.PaymentEvent;
import hansom.contract.payment.PurseEvent.TopUpRequested;
import hansom.engines.json.MessageMapper;

/** How a call that is owed is written down: as the event that asked for it. */
final class Notes {
    private final ObjectMapper mapper = MessageMapper.create();

    String write(PaymentEvent asked) {
        try {
            return mapper.writerFor(PaymentEvent.class).writeValueAsString(asked);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write(TopUpRequested asked) {
        try {
            return mapper.writeValueAsString(asked);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PaymentEvent payment(String content) {
        return read(content, PaymentEvent.class);
    }

    TopUpRequested topUp(String content) {
        return read(content, TopUpRequested.class);
    }

    Notice notice(String content) {
        return read(content, Notice.class);
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return mapper.readValue(content, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a noted call cannot be read", unreadable);
        }
    }
}
