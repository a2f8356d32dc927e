package hansom.edge.refusal;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A "no" that the edge itself says: thrown by a controller, or while a body is read, and answered as a problem. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final @Nullable String detail;
    private final transient List<Problem.Fault> faults;
    private long retryAfter = 1;

    public Refused(RefusalCode code) {
        this(code, null);
    }

    public Refused(RefusalCode code, @Nullable String detail) {
        this(code, detail, List.of());
    }

    /** Names the fields that are wrong as well. */
    public Refused(RefusalCode code, @Nullable String detail, List<Problem.Fault> faults) {
        super(detail == null ? code.wire() : code.wire() + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    /** One wrong field of the body, by its JSON pointer such as {@code #/pickup/lat}. */
    public static Refused at(String pointer, String message) {
        return new Refused(RefusalCode.INVALID_REQUEST, null, List.of(new Problem.Fault(pointer, null, message)));
    }

    /** Says when the same call may be tried again. */
    public Refused after(Duration wait) {
        retryAfter = Math.max(1, (wait.toMillis() + 999) / 1000);
        return this;
    }

    /** In seconds. */
    long retryAfter() {
        return retryAfter;
    }

    public RefusalCode code() {
        return code;
    }

    public Refusal refusal() {
        return new Refusal(code, detail);
    }

    List<Problem.Fault> faults() {
        return faults == null ? List.of() : faults;
    }
}
