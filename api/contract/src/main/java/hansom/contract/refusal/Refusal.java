package hansom.contract.refusal;

import org.jspecify.annotations.Nullable;

/** A "no" with its reason; travels as the details of a failed command or query, in one JVM as over Axon Server. */
public record Refusal(RefusalCode code, @Nullable String detail) {
    public Refusal(RefusalCode code) {
        this(code, null);
    }
}
