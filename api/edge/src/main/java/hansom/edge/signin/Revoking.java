package hansom.edge.signin;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/** RFC 7009: whichever token of a sign-in is handed in, the sign-in ends. A server's token ends by itself. */
@Component
class Revoking implements AuthenticationProvider {
    private final Families families;
    private final TokenReader reader;
    private final Revocations revocations;

    Revoking(Families families, TokenReader reader, Revocations revocations) {
        this.families = families;
        this.reader = reader;
        this.revocations = revocations;
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var request = (OAuth2TokenRevocationAuthenticationToken) authentication;
        var client = (OAuth2ClientAuthenticationToken) request.getPrincipal();
        String app = client.getRegisteredClient() == null
                ? ""
                : client.getRegisteredClient().getClientId();
        revoke(request.getToken(), app);
        return new OAuth2TokenRevocationAuthenticationToken(new OAuth2RefreshToken(request.getToken(), null), client);
    }

    private void revoke(String token, String app) {
        Optional<Caller> caller = reader.read(token);
        if (caller.isPresent() && caller.get().family() == null) {
            if (caller.get().subject().equals(app))
                revocations.tokenRevoked(caller.get().tokenId(), app);
            return;
        }
        caller.flatMap(one -> families.find(String.valueOf(one.family())))
                .or(() -> families.ofToken(token))
                .filter(family -> family.client().equals(app))
                .ifPresent(family -> families.end(family.id(), "revoked"));
    }
}
