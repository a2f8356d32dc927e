package hansom.edge.refusal;

import hansom.engines.axon.Trail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each call a trace id (the one of its {@code traceparent}, when it brings one), which the log, all messages and every problem carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class TraceFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = "hansom.trace";
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = request.getAttribute(ATTRIBUTE) instanceof String known ? known : traceOf(request);
        request.setAttribute(ATTRIBUTE, trace);
        response.setHeader("Trace-Id", trace);
        MDC.put(Trail.TRACE, trace);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Trail.TRACE);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String traceOf(HttpServletRequest request) {
        String parent = request.getHeader("traceparent");
        if (parent == null) return Trail.newTrace();
        var match = TRACEPARENT.matcher(parent);
        return match.matches() ? match.group(1) : Trail.newTrace();
    }
}
