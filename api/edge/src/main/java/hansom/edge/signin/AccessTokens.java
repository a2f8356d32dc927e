package hansom.edge.signin;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/** Makes the access tokens of people: a JWT of ten minutes that says who, in which role, and from which sign-in. */
@Component
class AccessTokens {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final String AUDIENCE = "hansom";

    private final JwtEncoder encoder;
    private final Clock clock;

    AccessTokens(SigningKey key, RealClock clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(key.set()));
        this.clock = clock.clock();
    }

    OAuth2AccessToken of(Family family) {
        return of(family, AuthorizationServerContextHolder.getContext().getIssuer());
    }

    /** For a sign-in that did not come through the token endpoint, which knows the issuer. */
    OAuth2AccessToken of(Family family, String issuer) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .claims(all -> all.putAll(Claims.of(family)))
                .claim("client_id", family.client())
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();
        Jwt jwt = encoder.encode(JwtEncoderParameters.from(header, claims));
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), now, now.plus(LIFE), family.scopes());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static List<String> words(Family family) {
        return family.roles().stream().map(Role::wire).sorted().collect(Collectors.toUnmodifiableList());
    }
}
