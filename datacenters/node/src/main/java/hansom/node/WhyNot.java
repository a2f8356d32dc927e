package hansom.node;

import hansom.engines.StartRefused;
import java.io.IOException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, among all causes of a failed start, the one line that helps. */
final class WhyNot {
    private WhyNot() {}

    static String line(Throwable failed) {
        Throwable last = failed;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) return String.valueOf(refused.getMessage());
            if (cause instanceof PortInUseException taken)
                return "port %d is taken; choose another with --port".formatted(taken.getPort());
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left"))
                return "the disk is full: " + cause.getMessage();
            last = cause;
        }
        String message = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return message.lines().findFirst().orElse("unknown") + " (more in logs/node.json of the data folder)";
    }
}
