package hansom.edge.signin;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** The tokens of the grants that the library answers (an authorization code from the page, client credentials), with the same claims and families as ours. */
@Component
class PageTokens implements OAuth2TokenGenerator<OAuth2Token> {
    private final JwtGenerator jwts;
    private final Families families;

    PageTokens(SigningKey key, Families families) {
        this.jwts = new JwtGenerator(new NimbusJwtEncoder(new ImmutableJWKSet<>(key.set())));
        this.jwts.setJwtCustomizer(PageTokens::complete);
        this.families = families;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) return jwts.generate(context);
        String device = parameter(context, "device");
        Rotation.Turned opened = families.open(
                family(context),
                person(context).getName(),
                roles(person(context)),
                context.getRegisteredClient().getClientId(),
                device,
                parameter(context, "device_name"));
        return new OAuth2RefreshToken(opened.token(), opened.family().startedAt(), opened.expiresAt());
    }

    private static void complete(JwtEncodingContext context) {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) return;
        boolean server = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        Set<Role> roles = server ? Set.of(Role.DEVELOPER) : roles(person(context));
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(java.util.List.of(AccessTokens.AUDIENCE))
                .id(AccessTokens.newId())
                .claim(Claims.ROLES, roles.stream().map(Role::wire).sorted().toList())
                .claim(Claims.SCOPE, String.join(" ", new TreeSet<>(context.getAuthorizedScopes())))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claims(all -> {
                    all.remove(JwtClaimNames.NBF);
                    if (!server)
                        all.putAll(Map.of(Claims.FAMILY, family(context), Claims.DEVICE, parameter(context, "device")));
                });
    }

    private static String family(OAuth2TokenContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        if (authorization == null) throw new IllegalStateException("tokens of a page need an authorization");
        return "fam_" + authorization.getId();
    }

    private static Authentication person(OAuth2TokenContext context) {
        Authentication principal = context.getPrincipal();
        if (principal == null) throw new IllegalStateException("a token needs somebody to speak for");
        return principal;
    }

    private static Set<Role> roles(Authentication person) {
        return person.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(name -> name.startsWith("ROLE_"))
                .flatMap(name -> Role.named(name.substring(5)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String parameter(OAuth2TokenContext context, String name) {
        Object grant = context.getAuthorizationGrant();
        if (!(grant instanceof OAuth2AuthorizationGrantAuthenticationToken token)) return "";
        Object value = token.getAdditionalParameters().get(name);
        String text = value instanceof String given ? given : "";
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
