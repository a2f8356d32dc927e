package hansom.command.payment;

import hansom.contract.refusal.Refusal;
import hansom.engines.work.Worker.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the makers of calls report what came of them, and when they give up asking. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    /** Under twenty hours with growing pauses: providers forget a key after a day, and then a repetition would be a new call. */
    static final int MOST_ATTEMPTS = 200;

    private final CommandGateway commands;

    Reports(CommandGateway commands) {
        this.commands = commands;
    }

    /** Sends a command; what comes back is its refusal, if it was refused for good. Anything else flies, and the call is made again. */
    Optional<Refusal> send(Object command) {
        try {
            commands.sendAndWait(command);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(refusal(failure).orElseThrow(() -> failure));
        }
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        return HandlerExecutionException.<Object>resolveDetails(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .filter(refusal -> switch (refusal.code().kind()) {
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
                });
    }

    /** Reports an answer. One that is refused comes too late to matter, and counts as reported. */
    Outcome report(Object command) {
        send(command).ifPresent(refusal -> LOG.warn("{} was refused: {}", command, refusal));
        return new Outcome.Done();
    }

    /** Nobody could tell: the same call is made again after 1 s, 2 s, 4 s … at most 5 minutes, and at last a person must look. */
    static Outcome again(int attempts, String why) {
        if (attempts >= MOST_ATTEMPTS) return new Outcome.Hopeless(why);
        return new Outcome.Again(Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts, 20))), why);
    }
}
