package hansom.edge.origin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers browsers that ask for a page of another origin, before anything else does, so that refusals can be read too. The API goes by
 * bearer tokens, so no cookie is ever let through. Without configured origins nothing is said and browsers keep their own rule.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
final class OriginFilter extends OncePerRequestFilter {
    private static final List<String> PATHS =
            List.of("/v1", "/v1/", "/oauth2/token", "/oauth2/revoke", "/oauth2/jwks", "/userinfo", "/.well-known/");

    private final Problems problems;
    private final CorsConfiguration rules = new CorsConfiguration();
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor() {
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    };

    OriginFilter(Origins origins, Problems problems) {
        this.problems = problems;
        rules.setAllowedOrigins(List.copyOf(origins.allowed()));
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Accept-Language",
                "Idempotency-Key",
                "If-None-Match",
                "Last-Event-ID",
                "Cache-Control",
                "traceparent"));
        rules.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Retry-After",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Idempotency-Replayed",
                "Trace-Id",
                "WWW-Authenticate",
                "Content-Disposition"));
        rules.setMaxAge(Duration.ofHours(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return rules.getAllowedOrigins() == null
                || rules.getAllowedOrigins().isEmpty()
                || PATHS.stream().noneMatch(known -> known.endsWith("/") ? path.startsWith(known) : path.equals(known));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean asked = CorsUtils.isPreFlightRequest(request);
        if (!processor.processRequest(rules, request, response)) {
            problems.write(request, response, RefusalCode.FORBIDDEN, "pages of this origin may not call that here");
            return;
        }
        if (!asked) chain.doFilter(request, response);
    }
}
