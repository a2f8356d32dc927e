package hansom.edge.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads access tokens: signature, time, audience, and whether it was revoked. May wait for Redis; where an event loop runs, ask from another
 * thread.
 */
@Component
public class TokenReader {
    private static final int MOST_KNOWN = 8_192;

    private final NimbusJwtDecoder decoder;
    private final Revocations revocations;

    TokenReader(SigningKey key, Revocations revocations) {
        this.revocations = revocations;
        this.decoder = decoder(key);
        this.decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(5)), ours(), this::notRevoked));
    }

    /** Who the token speaks for; empty when it is forged, expired or revoked. */
    public Optional<Caller> read(String token) {
        try {
            return Optional.of(Claims.caller(decoder.decode(token)));
        } catch (JwtException refused) {
            return Optional.empty();
        }
    }

    /** Whether a token that was read before, or the sign-in it came from, has been revoked since. */
    public boolean revoked(@Nullable String family, String tokenId) {
        return revocations.revoked(family, tokenId);
    }

    JwtDecoder decoder() {
        return decoder;
    }

    private static NimbusJwtDecoder decoder(SigningKey key) {
        try {
            return NimbusJwtDecoder.withPublicKey(key.key().toRSAPublicKey())
                    .jwtProcessorCustomizer(processor -> {
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
                        processor.setJWSVerifierFactory(new KnownSignatures(MOST_KNOWN));
                    })
                    .build();
        } catch (JOSEException unreadable) {
            throw new IllegalStateException("the key of access tokens cannot be read", unreadable);
        }
    }

    private static OAuth2TokenValidator<Jwt> ours() {
        return jwt -> jwt.getSubject() != null
                        && jwt.getAudience() != null
                        && jwt.getAudience().contains(AccessTokens.AUDIENCE)
                ? OAuth2TokenValidatorResult.success()
                : no("not for this API");
    }

    private OAuth2TokenValidatorResult notRevoked(Jwt jwt) {
        String id = jwt.getId() == null ? "" : jwt.getId();
        return revocations.revoked(jwt.getClaimAsString(Claims.FAMILY), id)
                ? no("revoked")
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult no(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
