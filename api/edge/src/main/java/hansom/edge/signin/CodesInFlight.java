package hansom.edge.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Authorization codes between the page and the app, for their five minutes, in the memory of the node whose page was used. A code that comes
 * twice ends the sign-in that came from it.
 */
@Component
class CodesInFlight implements OAuth2AuthorizationService {
    private static final int MOST = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Families families;
    private final Clock clock;
    private final Map<String, Held> held = new LinkedHashMap<>();

    CodesInFlight(Families families, RealClock clock) {
        this.families = families;
        this.clock = clock.clock();
    }

    private record Held(OAuth2Authorization authorization, Instant until) {}

    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorization.getToken(OAuth2AuthorizationCode.class) == null) return;
        var access = authorization.getToken(OAuth2AccessToken.class);
        if (access != null && access.isInvalidated()) families.end("fam_" + authorization.getId(), "code_reused");
        synchronized (held) {
            Instant now = clock.instant();
            held.values().removeIf(one -> one.until().isBefore(now));
            if (held.size() >= MOST) held.remove(held.keySet().iterator().next());
            held.put(authorization.getId(), new Held(authorization, now.plus(LIFE)));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        synchronized (held) {
            held.remove(authorization.getId());
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        synchronized (held) {
            Held one = held.get(id);
            return one == null ? null : one.authorization();
        }
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        synchronized (held) {
            for (Held one : held.values()) {
                var found = one.authorization().getToken(token);
                if (found != null) return one.authorization();
            }
            return null;
        }
    }
}
