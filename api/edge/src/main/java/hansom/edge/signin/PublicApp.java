package hansom.edge.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** An app without a secret that names itself where the library expects a PKCE verifier: with our own grants, with refresh tokens, and to revoke. */
final class PublicApp extends OAuth2ClientAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private PublicApp(String clientId) {
        super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    static final class Converter implements AuthenticationConverter {
        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
            if (client == null
                    || namesAClient(request.getHeader("Authorization"))
                    || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null) return null;
            boolean ours = OwnGrant.typeOf(request).isPresent()
                    || "refresh_token".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
                    || request.getRequestURI().endsWith("/oauth2/revoke");
            return ours ? new PublicApp(client) : null;
        }

        /** A person's token, which apps send along with every call, says nothing of the client. */
        private static boolean namesAClient(@Nullable String authorization) {
            return authorization != null && !authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        }
    }

    static final class Provider implements AuthenticationProvider {
        private final RegisteredClientRepository clients;

        Provider(RegisteredClientRepository clients) {
            this.clients = clients;
        }

        @Override
        public boolean supports(Class<?> type) {
            return PublicApp.class.isAssignableFrom(type);
        }

        @Override
        public Authentication authenticate(Authentication authentication) {
            RegisteredClient client = clients.findByClientId(String.valueOf(authentication.getPrincipal()));
            if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE))
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
        }
    }
}
