package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many calls in at once and no more; others are refused {@code temporarily_unavailable} at once. A node that is asked for more than it
 * can give answers some calls in time instead of keeping all of them waiting, and their memory, until none is answered. Streams count only
 * until they have begun; health and figures are always told.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
final class Crowd extends OncePerRequestFilter {
    private final Problems problems;
    private final int most;
    private final Semaphore places;

    Crowd(Problems problems, @Value("${hansom.limits.calls-at-once:256}") int most) {
        this.problems = problems;
        this.most = most;
        this.places = new Semaphore(most);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            problems.write(
                    request,
                    response,
                    RefusalCode.TEMPORARILY_UNAVAILABLE,
                    "more than %d calls at once".formatted(most));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/metrics") || path.startsWith("/actuator/");
    }
}
