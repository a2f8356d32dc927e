package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problems;
import io.lettuce.core.RedisException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts calls by who makes them, or by address where nobody has signed in, and says in each answer how many are left. While Redis is away nothing is counted. */
final class RateLimits extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A large screen is filled by some tens of tiles, and filled anew with each drag of the map. */
    private static final int TILES_A_CALL = 10;

    private final Limits limits;
    private final Problems problems;
    private final OAuthErrors oauth;
    private final Limits.Window person;
    private final Limits.Window address;
    private final Limits.Window signin;
    private final Limits.Window tiles;

    RateLimits(Limits limits, Problems problems, OAuthErrors oauth, int calls, int perAddress) {
        this.limits = limits;
        this.problems = problems;
        this.oauth = oauth;
        this.person = new Limits.Window("person", calls, MINUTE);
        this.address = new Limits.Window("address", perAddress, MINUTE);
        this.signin = new Limits.Window("signin", Math.max(1, perAddress / 5), MINUTE);
        this.tiles = new Limits.Window("tiles", perAddress * TILES_A_CALL, MINUTE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/v1/") && !path.startsWith("/oauth2/") && !path.startsWith("/signin");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Limits.Standing standing;
        try {
            standing = count(request);
        } catch (RedisException away) {
            LOG.debug("not counted: {}", away.toString());
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("RateLimit-Limit", Integer.toString(standing.most()));
        response.setHeader("RateLimit-Remaining", Long.toString(standing.left()));
        response.setHeader("RateLimit-Reset", Long.toString(standing.resetSeconds()));
        if (!standing.over()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", Long.toString(standing.resetSeconds()));
        RefusalCode code = RefusalCode.RATE_LIMITED;
        if (request.getRequestURI().startsWith("/oauth2/"))
            oauth.write(request, response, 429, "slow_down", code.meaning(), code);
        else problems.write(request, response, code, null);
    }

    private Limits.Standing count(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt jwt)
            return limits.count(person, String.valueOf(jwt.getSubject()));
        String path = request.getRequestURI();
        if (path.startsWith("/v1/map/tiles/")) return limits.count(tiles, request.getRemoteAddr());
        boolean signsIn = !path.startsWith("/v1/") || path.startsWith("/v1/signin");
        return limits.count(signsIn ? signin : address, request.getRemoteAddr());
    }
}
