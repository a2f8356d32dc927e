package hansom.command.refusal;

import hansom.contract.refusal.RefusalCode;
import hansom.engines.axon.Noted;

/** A command was refused, and that it was tried is an event of the aggregate. */
public final class NotedRefusal extends RefusedException implements Noted {
    private static final long serialVersionUID = 1L;

    public NotedRefusal(RefusalCode code, String detail) {
        super(code, detail);
    }
}
