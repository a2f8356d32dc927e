package hansom.edge.refusal;

import hansom.engines.axon.Trail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each call a trace id (the one of its {@code traceparent}, when it brings one), which the log, all messages and every problem carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class TraceFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = "hansom.trace";
    private static final Logger LOG = LoggerFactory.getLogger(TraceFilter.class);
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = request.getAttribute(ATTRIBUTE) instanceof String known ? known : traceOf(request);
        request.setAttribute(ATTRIBUTE, trace);
        response.setHeader("Trace-Id", trace);
        MDC.put(Trail.TRACE, trace);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response, began);
            MDC.remove(Trail.TRACE);
        }
    }

    /** One line a call that changes something, by its pattern: what an app writes into a path or a query never gets into the log. */
    private static void log(HttpServletRequest request, HttpServletResponse response, long began) {
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (!LOG.isEnabledForLevel(changes ? Level.INFO : Level.DEBUG)) return;
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.atLevel(changes ? Level.INFO : Level.DEBUG)
                .log(
                        "{} {} {} in {} ms",
                        request.getMethod(),
                        pattern == null ? "(no path of ours)" : pattern,
                        response.getStatus(),
                        (System.nanoTime() - began) / 1_000_000);
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
