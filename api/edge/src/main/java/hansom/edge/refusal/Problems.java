package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import hansom.engines.axon.Trail;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems, for controllers as answers and for filters straight onto the wire. */
@Component
public final class Problems {
    private static final String TYPES = "/v1/problems#";

    private final JsonMapper json;
    private final MeterRegistry meters;

    Problems(JsonMapper json, ObjectProvider<MeterRegistry> meters) {
        this.json = json;
        this.meters = Meters.of(meters);
    }

    /** Writes a problem from a filter, before any controller was asked. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, RefusalCode code, @Nullable String detail)
            throws IOException {
        if (response.isCommitted()) return;
        byte[] body = json.writeValueAsBytes(of(request, code, code.kind().status(), detail, List.of()));
        response.setStatus(code.kind().status());
        if (code.kind().retryable() && response.getHeader("Retry-After") == null)
            response.setHeader("Retry-After", "1");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    ResponseEntity<Problem> answer(
            HttpServletRequest request, RefusalCode code, @Nullable String detail, List<Problem.Fault> faults) {
        return answer(request, code, code.kind().status(), detail, faults);
    }

    ResponseEntity<Problem> answer(
            HttpServletRequest request,
            RefusalCode code,
            int status,
            @Nullable String detail,
            List<Problem.Fault> faults) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (code.kind().retryable()) answer.header("Retry-After", "1");
        return answer.body(of(request, code, status, detail, faults));
    }

    /** The trace id of the call at hand, as the log and every message that follows from it carry it. */
    public static String trace(HttpServletRequest request) {
        if (request.getAttribute(TraceFilter.ATTRIBUTE) instanceof String trace) return trace;
        String inLog = MDC.get(Trail.TRACE);
        return inLog == null ? Trail.newTrace() : inLog;
    }

    private Problem of(
            HttpServletRequest request,
            RefusalCode code,
            int status,
            @Nullable String detail,
            List<Problem.Fault> faults) {
        Counter.builder("hansom.http.refusals")
                .description("answers over HTTP that are a no, by code")
                .tag("code", code.wire())
                .register(meters)
                .increment();
        return new Problem(
                TYPES + code.wire(),
                Titles.of(code, Languages.of(request)),
                status,
                detail,
                path(request),
                code.wire(),
                faults,
                trace(request),
                code.kind().retryable());
    }

    private static String path(HttpServletRequest request) {
        Object before = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = before instanceof String original ? original : request.getRequestURI();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 300 ? path.substring(0, Math.min(path.length(), 100)) : path;
    }
}
