package hansom.engines.axon;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Who did it, where and in which call: three keys that travel in the metadata of every message and, while one is
 * handled, in the log's context. Whoever sends a command may set them; what is missing is taken from the log's context
 * of the sender, then made up.
 */
public final class Trail {

    /** Names one call of an app with all that follows from it; 32 hexadecimal digits, as in W3C trace context. */
    public static final String TRACE = "trace_id";

    /** The region whose node took the call. */
    public static final String REGION = "region";

    /** Who asked: an id of a person, or the name of a part of Hansom. */
    public static final String ACTOR = "actor";

    private static final List<String> KEYS = List.of(TRACE, REGION, ACTOR);

    private Trail() {}

    /** A fresh trace id. */
    public static String newTrace() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** Copies the keys from a handled message to the messages that follow from it. */
    static CorrelationDataProvider correlation() {
        return message -> KEYS.stream()
                .filter(message.getMetaData()::containsKey)
                .collect(Collectors.toMap(
                        key -> key, key -> message.getMetaData().get(key)));
    }

    /** Fills what a command lacks before it is sent. */
    static MessageDispatchInterceptor<CommandMessage<?>> onDispatch(String region) {
        return new OnDispatch(region);
    }

    /** Puts the keys into the log's context while a message is handled. */
    static <M extends Message<?>> MessageHandlerInterceptor<M> onHandling() {
        return new OnHandling<>();
    }

    private record OnDispatch(String region) implements MessageDispatchInterceptor<CommandMessage<?>> {
        @Override
        public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
                List<? extends CommandMessage<?>> messages) {
            return (_, command) -> command.andMetaData(missingFrom(command));
        }

        private Map<String, String> missingFrom(CommandMessage<?> command) {
            var missing = new HashMap<String, String>();
            for (var key : KEYS) {
                if (command.getMetaData().containsKey(key)) continue;
                var value = valueOf(key);
                if (value != null) missing.put(key, value);
            }
            return missing;
        }

        private @Nullable String valueOf(String key) {
            var inLog = MDC.get(key);
            if (inLog != null) return inLog;
            return switch (key) {
                case TRACE -> newTrace();
                case REGION -> region;
                default -> null;
            };
        }
    }

    private static final class OnHandling<M extends Message<?>> implements MessageHandlerInterceptor<M> {
        @Override
        public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
            var before = MDC.getCopyOfContextMap();
            var metaData = unitOfWork.getMessage().getMetaData();
            for (var key : KEYS) {
                if (metaData.get(key) instanceof String value) MDC.put(key, value);
            }
            try {
                return chain.proceed();
            } finally {
                MDC.clear();
                if (before != null) MDC.setContextMap(before);
            }
        }
    }
}
