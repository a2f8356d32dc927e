package hansom.edge.signin;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call, as the access token says: the id of a rider, driver, operator or server, the roles, the scopes, and the family of tokens
 * (one sign-in on one device; null for servers). A controller takes it as a parameter.
 */
public record Caller(
        String subject,
        Set<Role> roles,
        Set<String> scopes,
        @Nullable String family,
        @Nullable String device,
        String tokenId,
        Instant expiresAt) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
