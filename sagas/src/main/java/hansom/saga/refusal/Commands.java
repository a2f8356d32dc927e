package hansom.saga.refusal;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;

/**
 * Sends a command and waits: nothing when it was done, the refusal when the aggregate said no for good. Whatever else went wrong flies, so
 * that the step is taken again.
 */
public final class Commands {
    private Commands() {}

    public static Optional<Refusal> send(CommandGateway commands, Object command) {
        try {
            commands.sendAndWait(command);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(refusal(failure)
                    .filter(refusal -> isFinal(refusal.code().kind()))
                    .orElseThrow(() -> failure));
        }
    }

    /** The refusal that a failure carries, if it is one. */
    public static Optional<Refusal> refusal(Throwable failure) {
        return HandlerExecutionException.<Object>resolveDetails(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast);
    }

    private static boolean isFinal(RefusalCode.Kind kind) {
        return switch (kind) {
            case RATE, ERROR, UNAVAILABLE -> false;
            case INVALID,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD,
                    CONFLICT,
                    CONFLICT_RETRY,
                    TOO_LARGE,
                    UNSUPPORTED,
                    UNPROCESSABLE -> true;
        };
    }
}
