package hansom.edge.signin;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import hansom.edge.refusal.Problems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Two chains: the OAuth server with its page, which remembers a browser, and the API, which remembers nobody and wants a token. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self';"
            + " connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'";
    private static final String FORMS_STAY_HERE = "; form-action 'self'";

    @Bean
    RealClock realClock() {
        return new RealClock(Clock.systemUTC());
    }

    /** Calls are measured as a whole; measured filter by filter each of them costs as much again. */
    @Bean
    SecurityObservationSettings securityIsNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    JwtDecoder jwtDecoder(TokenReader reader) {
        return reader.decoder();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(SigningKey key) {
        return new ImmutableJWKSet<>(key.set());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(@Value("${hansom.signin.issuer:}") String issuer) {
        var settings = AuthorizationServerSettings.builder();
        if (!issuer.isEmpty()) settings.issuer(issuer);
        return settings.build();
    }

    /** The browser's cookie of the sign-in page goes along when one comes from an app, and never with a stranger's form. */
    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    RateLimits rateLimits(
            Limits limits,
            Problems problems,
            OAuthErrors oauth,
            Environment environment,
            @Value("${hansom.limits.calls-per-minute:1200}") int calls,
            @Value("${hansom.limits.calls-per-minute-and-address:0}") int perAddress) {
        int most = perAddress > 0 ? perAddress : sandbox(environment) ? 60_000 : 300;
        return new RateLimits(limits, problems, oauth, calls, most);
    }

    /** It runs inside the chains only. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<RateLimits> notByItself(RateLimits filter) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain oauthChain(
            HttpSecurity http,
            Clients clients,
            OwnGrants grants,
            Revoking revoking,
            OAuthErrors errors,
            PageTokens tokens,
            CodesInFlight codes,
            Gate gate,
            RateLimits limits) {
        var server = new OAuth2AuthorizationServerConfigurer();
        var page = PathPatternRequestMatcher.withDefaults();
        http.with(
                        server,
                        it -> it.registeredClientRepository(clients)
                                .authorizationService(codes)
                                .tokenGenerator(tokens)
                                .clientAuthentication(
                                        client -> client.authenticationConverter(new PublicApp.Converter())
                                                .authenticationProvider(new PublicApp.Provider(clients))
                                                .errorResponseHandler(errors))
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverter(
                                                new OwnGrant.Converter())
                                        // The library's would be asked after ours said no, and its answer would count.
                                        .authenticationProviders(all -> {
                                            all.removeIf(
                                                    one -> one instanceof OAuth2RefreshTokenAuthenticationProvider);
                                            all.addFirst(grants);
                                        })
                                        .errorResponseHandler(errors))
                                .tokenRevocationEndpoint(endpoint -> endpoint.authenticationProvider(revoking)
                                        .errorResponseHandler(errors))
                                .oidc(Customizer.withDefaults()))
                .oauth2ResourceServer(people -> people.bearerTokenResolver(onlyAt(page.matcher("/userinfo"))))
                .securityMatcher(new OrRequestMatcher(
                        server.getEndpointsMatcher(), page.matcher("/signin"), page.matcher("/signin/**")))
                .authorizeHttpRequests(paths -> paths.requestMatchers("/signin", "/signin/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
                .addFilterBefore(limits, CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/signin"), browsers())
                        .defaultAuthenticationEntryPointFor(gate, AnyRequestMatcher.INSTANCE));
        return http.build();
    }

    /** Elsewhere the client is who asks; a phone that sends its access token along, as with every call, is not mistaken for somebody else. */
    private static BearerTokenResolver onlyAt(RequestMatcher path) {
        var tokens = new DefaultBearerTokenResolver();
        return request -> path.matches(request) ? tokens.resolve(request) : null;
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Gate gate,
            RateLimits limits,
            Environment environment,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers,
            JwtDecoder decoder) {
        http.authorizeHttpRequests(paths -> Paths.rules(paths, sandbox(environment), controllers))
                .oauth2ResourceServer(
                        tokens -> tokens.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(authorities()))
                                .authenticationEntryPoint(gate)
                                .accessDeniedHandler(gate))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(gate).accessDeniedHandler(gate))
                .addFilterAfter(limits, BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new CallerTrail(), BearerTokenAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(caching -> caching.disable())
                        .addHeaderWriter((request, response) -> {
                            if (request.getRequestURI().startsWith("/v1") && !response.containsHeader("Cache-Control"))
                                response.setHeader("Cache-Control", "private, no-cache");
                        })
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY + FORMS_STAY_HERE)));
        return http.build();
    }

    private static boolean sandbox(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    private static RequestMatcher browsers() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    private static JwtAuthenticationConverter authorities() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityChains::authoritiesOf);
        return converter;
    }

    private static List<GrantedAuthority> authoritiesOf(Jwt jwt) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        Claims.roles(jwt).forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.wire())));
        Claims.scopes(jwt).forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return authorities;
    }
}
