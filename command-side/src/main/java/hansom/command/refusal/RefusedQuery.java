package hansom.command.refusal;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.queryhandling.QueryExecutionException;

/** A question was refused; the {@link Refusal} travels as details. */
public final class RefusedQuery extends QueryExecutionException {
    private static final long serialVersionUID = 1L;

    public RefusedQuery(RefusalCode code) {
        this(new Refusal(code));
    }

    public RefusedQuery(Refusal refusal) {
        super(refusal.code().wire(), null, refusal);
    }
}
