package hansom.geo.road;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import org.axonframework.queryhandling.QueryExecutionException;

/** How a question to the map is refused: as a failed query with the refusal as its details. */
public final class Refusals {
    private Refusals() {}

    public static QueryExecutionException refuse(RefusalCode code) {
        return refuse(code, code.meaning());
    }

    public static QueryExecutionException refuse(RefusalCode code, String detail) {
        return new QueryExecutionException(code.wire(), null, new Refusal(code, detail));
    }
}
