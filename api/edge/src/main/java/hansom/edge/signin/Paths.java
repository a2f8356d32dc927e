package hansom.edge.signin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAnyAuthority;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which role and scope opens which path. What is not written here is closed; all data lies under {@code /v1}, the rest is pages. */
final class Paths {
    private Paths() {}

    static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths,
            boolean sandbox,
            RequestMappingHandlerMapping controllers) {
        paths.requestMatchers("/error").permitAll();
        paths.requestMatchers("/actuator/health/**", "/actuator/health", "/actuator/info")
                .permitAll();
        paths.requestMatchers("/actuator/**").access(Paths::fromThisMachine);

        paths.requestMatchers(GET, "/v1", "/v1/openapi*", "/v1/asyncapi.json", "/v1/problems")
                .permitAll();
        paths.requestMatchers(GET, "/v1/shared/**", "/v1/share/**", "/v1/map/**", "/v1/city/**", "/v1/receipts/**")
                .permitAll();
        paths.requestMatchers(POST, "/v1/signin/codes", "/v1/ops/setup", "/v1/providers/stripe/notices")
                .permitAll();
        if (sandbox) paths.requestMatchers("/v1/sandbox/**").permitAll();

        paths.requestMatchers(POST, "/v1/signin/out").authenticated();
        paths.requestMatchers("/v1/me/devices", "/v1/me/devices/**").authenticated();
        paths.requestMatchers(GET, "/v1/avatars/**").authenticated();
        paths.requestMatchers("/v1/live/events").access(riderOrDriver());
        paths.requestMatchers("/v1/me", "/v1/me/**", "/v1/places/**", "/v1/products")
                .access(riderOrDriver());
        paths.requestMatchers(GET, "/v1/avatars/**").authenticated();
        paths.requestMatchers("/v1/driver", "/v1/driver/**").access(role(Role.DRIVER));

        paths.requestMatchers("/v1/ops/operators", "/v1/ops/operators/**").access(role(Role.OPERATOR));
        paths.requestMatchers(POST, "/v1/ops/map-updates").access(office(Role.OPERATOR));
        paths.requestMatchers(GET, "/v1/ops/**")
                .access(office(Role.SUPPORT, Role.OPERATOR, Role.FINANCE, Role.AUDITOR));
        paths.requestMatchers(
                        "/v1/ops/accounts/**",
                        "/v1/ops/payments/**",
                        "/v1/ops/payouts/**",
                        "/v1/ops/tariffs/**",
                        "/v1/ops/tariffs",
                        "/v1/ops/ledger/**")
                .access(office(Role.OPERATOR, Role.FINANCE));
        paths.requestMatchers("/v1/ops/**").access(office(Role.SUPPORT, Role.OPERATOR));
        paths.requestMatchers("/v1/webhooks", "/v1/webhooks/**").access(role(Role.DEVELOPER));

        paths.requestMatchers(
                        "/v1/quotes",
                        "/v1/quotes/**",
                        "/v1/orders",
                        "/v1/orders/**",
                        "/v1/drivers/near",
                        "/v1/history",
                        "/v1/payment-methods",
                        "/v1/payment-methods/**",
                        "/v1/saved-places",
                        "/v1/saved-places/**",
                        "/v1/contacts",
                        "/v1/contacts/**",
                        "/v1/wallets",
                        "/v1/wallets/**")
                .access(role(Role.RIDER));
        paths.requestMatchers("/v1/**")
                .access((who, call) -> unlisted(who.get() instanceof JwtAuthenticationToken, call, controllers));
        paths.requestMatchers(GET, "/**").permitAll();
        paths.requestMatchers(HEAD, "/**").permitAll();
        paths.anyRequest().denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> role(Role role) {
        return AuthorizationManagers.allOf(
                hasAnyAuthority("ROLE_" + role.wire()), hasAnyAuthority("SCOPE_" + Scopes.of(role)));
    }

    private static AuthorizationManager<RequestAuthorizationContext> riderOrDriver() {
        return AuthorizationManagers.anyOf(role(Role.RIDER), role(Role.DRIVER));
    }

    private static AuthorizationManager<RequestAuthorizationContext> office(Role... roles) {
        String[] names = java.util.Arrays.stream(roles)
                .map(role -> "ROLE_" + role.wire())
                .toArray(String[]::new);
        return AuthorizationManagers.allOf(hasAnyAuthority(names), hasAnyAuthority("SCOPE_" + Scopes.OFFICE));
    }

    /** A path without a rule is closed when something answers there; when nothing does, the caller may hear so. */
    private static AuthorizationDecision unlisted(
            boolean authenticated, RequestAuthorizationContext call, RequestMappingHandlerMapping controllers) {
        if (!authenticated) return new AuthorizationDecision(false);
        try {
            return new AuthorizationDecision(controllers.getHandler(call.getRequest()) == null);
        } catch (Exception knownUnderAnotherMethod) {
            return new AuthorizationDecision(true);
        }
    }

    private static AuthorizationDecision fromThisMachine(
            java.util.function.Supplier<? extends @org.jspecify.annotations.Nullable Object> who,
            RequestAuthorizationContext call) {
        var request = call.getRequest();
        boolean local = request.getRemoteAddr().equals("127.0.0.1")
                || request.getRemoteAddr().equals("0:0:0:0:0:0:0:1");
        return new AuthorizationDecision(local && request.getHeader("X-Forwarded-For") == null);
    }
}
