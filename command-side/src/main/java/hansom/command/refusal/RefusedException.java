package hansom.command.refusal;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.commandhandling.CommandExecutionException;

/** A command was refused and nothing has changed, but for what a {@link NotedRefusal} notes; the {@link Refusal} travels as details, in one JVM as over Axon Server. */
public sealed class RefusedException extends CommandExecutionException permits NotedRefusal {
    private static final long serialVersionUID = 1L;

    public RefusedException(RefusalCode code) {
        this(new Refusal(code));
    }

    public RefusedException(RefusalCode code, String detail) {
        this(new Refusal(code, detail));
    }

    private RefusedException(Refusal refusal) {
        super(
                refusal.detail() == null
                        ? refusal.code().wire()
                        : refusal.code().wire() + ": " + refusal.detail(),
                null,
                refusal);
    }

    public RefusalCode code() {
        return this.<Refusal>getDetails().orElseThrow().code();
    }
}
