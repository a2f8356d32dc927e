package hansom.edge.ask;

import hansom.engines.axon.Trail;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Sends what an app asks for as a command in the caller's name, and waits until it is accepted or refused. */
@Component
public final class Commands {
    private static final int SECONDS = 10;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** The version that the resource has afterwards, to be read by {@code min_version}. */
    public long send(Object command) {
        return send(command, caller());
    }

    /** The same in the name of somebody who does not call himself, as the sandbox does for its people. */
    public long send(Object command, String actor) {
        try {
            @Nullable
            Object version = gateway.<@Nullable Object>send(
                            GenericCommandMessage.asCommandMessage(command).andMetaData(Map.of(Trail.ACTOR, actor)))
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join();
            return version instanceof Long known ? known : 0;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** The same as an answer: 202 with the resource's id and version. */
    public Accepted accept(Object id, Object command) {
        return new Accepted(id.toString(), send(command));
    }

    /** The id of who calls, as written into the metadata of what follows. */
    public static String caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "nobody" : authentication.getName();
    }
}
