package hansom.edge.developer;

import hansom.contract.refusal.RefusalCode;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems in the OpenAPI document: their shape, and each code that an answer may bear as an example. */
final class ProblemSchema {
    private ProblemSchema() {}

    static Schema<?> schema() {
        Schema<Object> fault = typed("object");
        fault.addProperty("pointer", described("string", "Which field of the body, as #/pickup/lat."));
        fault.addProperty("parameter", described("string", "Which parameter of path, query or headers."));
        fault.addProperty("message", typed("string"));
        fault.setRequired(List.of("message"));
        Schema<Object> code = described("string", "One a reason; GET /v1/problems says what to do about each.");
        Arrays.stream(RefusalCode.values()).map(RefusalCode::wire).forEach(code::addEnumItemObject);
        Schema<Object> problem = described("object", "Why not (RFC 9457).");
        problem.addProperty("type", described("string", "The code's address: /v1/problems#{code}."));
        problem.addProperty("title", described("string", "What the code means, in English."));
        problem.addProperty("status", typed("integer"));
        problem.addProperty("detail", typed("string"));
        problem.addProperty("instance", described("string", "The path that was called."));
        problem.addProperty("code", code);
        Schema<Object> faults = typed("array");
        faults.setItems(fault);
        problem.addProperty("errors", faults);
        problem.addProperty("trace_id", described("string", "Names the call in the node's log."));
        problem.addProperty("retryable", described("boolean", "The same call may succeed later."));
        problem.setRequired(List.of("type", "title", "status", "instance", "code", "errors", "trace_id", "retryable"));
        return problem;
    }

    /** One answer with all the codes of a status. */
    static ApiResponse response(List<RefusalCode> codes) {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        codes.forEach(code -> media.addExamples(
                code.wire(), new Example().summary(code.meaning()).value(example(code))));
        ApiResponse response = new ApiResponse()
                .description(codes.stream()
                        .map(code -> "`%s` %s %s".formatted(code.wire(), code.meaning(), code.advice()))
                        .collect(Collectors.joining("\n\n")))
                .content(new Content().addMediaType("application/problem+json", media));
        if (codes.stream().anyMatch(code -> code.kind().retryable()))
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds to wait.").schema(typed("integer")));
        return response;
    }

    private static Map<String, Object> example(RefusalCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/v1/problems#" + code.wire());
        example.put("title", code.meaning());
        example.put("status", code.kind().status());
        example.put("instance", "/v1/…");
        example.put("code", code.wire());
        example.put("errors", List.of());
        example.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        example.put("retryable", code.kind().retryable());
        return example;
    }

    static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        schema.setType(type);
        return schema;
    }

    private static Schema<Object> described(String type, String description) {
        Schema<Object> schema = typed(type);
        schema.setDescription(description);
        return schema;
    }
}
