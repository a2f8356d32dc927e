package hansom.saga;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/** Axon's own buses in memory, with handlers as small as a test needs, and a memory of the commands that were sent. */
public final class Buses {
    private final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
    private final List<Object> sent = new ArrayList<>();

    public CommandGateway commands() {
        return DefaultCommandGateway.builder().commandBus(commandBus).build();
    }

    public QueryGateway queries() {
        return DefaultQueryGateway.builder().queryBus(queryBus).build();
    }

    /** Does every command of this type. */
    public Buses doing(Class<?> command) {
        return handling(command, _ -> Optional.empty());
    }

    public Buses refusing(Class<?> command, RefusalCode code) {
        return handling(command, _ -> Optional.of(code));
    }

    public <C> Buses handling(Class<C> command, Function<C, Optional<RefusalCode>> refusal) {
        commandBus.subscribe(command.getName(), message -> {
            var payload = command.cast(message.getPayload());
            sent.add(payload);
            refusal.apply(payload).ifPresent(code -> {
                throw new CommandExecutionException(code.wire(), null, new Refusal(code));
            });
            return 0L;
        });
        return this;
    }

    /** The latest answer counts. */
    @SuppressWarnings("unchecked") // the query's name tells its type
    public <Q, R> Buses answering(Class<Q> query, Class<R> answer, Function<Q, ?> handler) {
        queryBus.subscribe(
                query.getName(), answer, (QueryMessage<?, R> message) -> handler.apply((Q) message.getPayload()));
        return this;
    }

    /** What was sent since the last call. */
    public List<Object> sent() {
        var last = List.copyOf(sent);
        sent.clear();
        return last;
    }
}
