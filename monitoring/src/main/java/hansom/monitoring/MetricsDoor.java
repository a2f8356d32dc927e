package hansom.monitoring;

import hansom.contract.refusal.RefusalCode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The node's numbers in Prometheus' text form, for those who may see them: whoever brings the configured token, and without a token only
 * a caller on this machine whose request no proxy has passed on.
 */
final class MetricsDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> PASSED_ON = List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via");
    private static final List<String> HERE = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final String BEARER = "Bearer ";

    private final transient PrometheusMeterRegistry registry;
    private final String token;

    /** An empty {@code token} opens the door to nobody. */
    MetricsDoor(PrometheusMeterRegistry registry, String token) {
        this.registry = registry;
        this.token = token;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (mayLook(request)) write(response, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
        else refuse(response);
    }

    private boolean mayLook(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        if (shown != null) return isToken(shown);
        return HERE.contains(request.getRemoteAddr())
                && PASSED_ON.stream().map(request::getHeader).allMatch(header -> header == null);
    }

    private boolean isToken(String shown) {
        return !token.isEmpty()
                && shown.startsWith(BEARER)
                && MessageDigest.isEqual(bytes(shown.substring(BEARER.length())), bytes(token));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        RefusalCode code = RefusalCode.FORBIDDEN;
        write(
                response,
                403,
                "application/problem+json",
                "{\"type\":\"about:blank\",\"title\":\"Metrics are shown on this machine, or for hansom.metrics.token.\",\"status\":403,\"code\":\"%s\",\"retryable\":false}"
                        .formatted(code.wire()));
    }

    private static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] body = bytes(text);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
