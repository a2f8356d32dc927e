package hansom.edge.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is a "no" (RFC 9457), as {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String code,
        List<Fault> errors,
        String traceId,
        boolean retryable) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One wrong field: of the body by its JSON pointer, or a parameter of the path, the query or the headers by its name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(@Nullable String pointer, @Nullable String parameter, String message) {}
}
