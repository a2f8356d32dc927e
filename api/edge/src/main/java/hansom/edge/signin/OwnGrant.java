package hansom.edge.signin;

import hansom.edge.refusal.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A token request with one of Hansom's own grants: a phone code, or an operator's password and second factor. */
final class OwnGrant extends OAuth2AuthorizationGrantAuthenticationToken {
    private static final long serialVersionUID = 1L;

    static final AuthorizationGrantType PHONE_CODE =
            new AuthorizationGrantType("urn:hansom:params:oauth:grant-type:phone_code");
    static final AuthorizationGrantType OPERATOR =
            new AuthorizationGrantType("urn:hansom:params:oauth:grant-type:operator");

    private final Locale language;
    private final String address;

    private OwnGrant(
            AuthorizationGrantType type,
            Authentication client,
            Map<String, Object> parameters,
            Locale language,
            String address) {
        super(type, client, parameters);
        this.language = language;
        this.address = address;
    }

    /** Reads the request; null when it is for another grant. */
    static final class Converter implements AuthenticationConverter {
        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            AuthorizationGrantType type = typeOf(request).orElse(null);
            Authentication client = SecurityContextHolder.getContext().getAuthentication();
            if (type == null || client == null) return null;
            Map<String, Object> parameters = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> {
                if (values.length == 1) parameters.put(name, values[0]);
            });
            return new OwnGrant(type, client, parameters, Languages.of(request), request.getRemoteAddr());
        }
    }

    static Optional<AuthorizationGrantType> typeOf(HttpServletRequest request) {
        String named = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
        if (PHONE_CODE.getValue().equals(named)) return Optional.of(PHONE_CODE);
        if (OPERATOR.getValue().equals(named)) return Optional.of(OPERATOR);
        return Optional.empty();
    }

    OAuth2ClientAuthenticationToken client() {
        return (OAuth2ClientAuthenticationToken) getPrincipal();
    }

    Locale language() {
        return language;
    }

    String address() {
        return address;
    }

    /** A parameter that must be there. */
    String required(String name) {
        String value = optional(name);
        if (value.isEmpty())
            throw new GrantRefused(hansom.contract.refusal.RefusalCode.INVALID_REQUEST, name + " is missing");
        return value;
    }

    /** A parameter, or nothing; one that is longer than anything we keep is refused. */
    String optional(String name) {
        String value = getAdditionalParameters().get(name) instanceof String text ? text.trim() : "";
        if (value.length() > 200)
            throw new GrantRefused(hansom.contract.refusal.RefusalCode.INVALID_REQUEST, name + " is too long");
        return value;
    }
}
