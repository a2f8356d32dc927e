package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Answers token requests for people: by phone code, by an operator's password, or by a refresh token. */
@Component
class OwnGrants implements AuthenticationProvider {
    private final Families families;
    private final AccessTokens accessTokens;
    private final PhoneCodes codes;
    private final PhoneDirectory directory;
    private final Operators operators;
    private final SigninMeters meters;

    OwnGrants(
            Families families,
            AccessTokens accessTokens,
            PhoneCodes codes,
            PhoneDirectory directory,
            Operators operators,
            SigninMeters meters) {
        this.families = families;
        this.accessTokens = accessTokens;
        this.codes = codes;
        this.directory = directory;
        this.operators = operators;
        this.meters = meters;
    }

    @Override
    public boolean supports(Class<?> type) {
        return OwnGrant.class.isAssignableFrom(type)
                || OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        AuthorizationGrantType type = ((OAuth2AuthorizationGrantAuthenticationToken) request).getGrantType();
        try {
            Authentication granted = answered(request);
            meters.granted(type);
            return granted;
        } catch (GrantRefused refused) {
            meters.refused(type, refused.code());
            throw refused;
        }
    }

    private Authentication answered(Authentication request) {
        try {
            return switch (request) {
                case OwnGrant own -> answer(own.client(), own);
                case OAuth2RefreshTokenAuthenticationToken refresh -> refreshed(refresh);
                default -> throw new IllegalArgumentException("not a token request: " + request.getClass());
            };
        } catch (Refused refused) {
            throw GrantRefused.of(refused);
        } catch (GrantRefused refused) {
            throw refused;
        } catch (RuntimeException failed) {
            if (GrantRefused.passing(failed))
                throw (GrantRefused) GrantRefused.unavailable().initCause(failed);
            throw failed;
        }
    }

    private Authentication answer(OAuth2ClientAuthenticationToken client, OwnGrant grant) {
        AuthorizationGrantType type = grant.getGrantType();
        RegisteredClient app = client.getRegisteredClient();
        if (app == null || !app.getAuthorizationGrantTypes().contains(type))
            throw new GrantRefused(RefusalCode.FORBIDDEN, "this client may not use this grant");
        return type.equals(OwnGrant.PHONE_CODE) ? byPhone(client, app, grant) : byPassword(client, app, grant);
    }

    private Authentication byPhone(OAuth2ClientAuthenticationToken client, RegisteredClient app, OwnGrant grant) {
        String typed = grant.required("phone");
        PhoneNumber phone = PhoneNumber.of(typed)
                .orElseThrow(() -> new GrantRefused(RefusalCode.INVALID_REQUEST, "phone is not like +79161234567"));
        Role role = Role.named(grant.required("role"))
                .filter(one -> !one.ofTheOffice())
                .orElseThrow(() -> new GrantRefused(RefusalCode.INVALID_REQUEST, "role is rider or driver"));
        String device = grant.required("device");
        codes.take(phone, grant.required("code"));
        String person = directory.enter(phone, role, grant.language());
        return opened(client, app, person, Set.of(role), device, grant.optional("device_name"));
    }

    private Authentication byPassword(OAuth2ClientAuthenticationToken client, RegisteredClient app, OwnGrant grant) {
        Operators.Operator operator = operators.prove(
                grant.required("name"), grant.required("password"), grant.required("totp"), grant.address());
        String device = grant.optional("device");
        return opened(client, app, operator.id(), operator.roles(), device, grant.optional("device_name"));
    }

    private Authentication opened(
            OAuth2ClientAuthenticationToken client,
            RegisteredClient app,
            String person,
            Set<Role> roles,
            String device,
            String deviceName) {
        String id = "fam_" + AccessTokens.newId();
        return tokens(client, app, families.open(id, person, roles, app.getClientId(), device, deviceName));
    }

    private Authentication refreshed(OAuth2RefreshTokenAuthenticationToken refresh) {
        var client = (OAuth2ClientAuthenticationToken) refresh.getPrincipal();
        RegisteredClient app = client.getRegisteredClient();
        if (app == null) throw new GrantRefused(RefusalCode.FORBIDDEN, null);
        Object device = refresh.getAdditionalParameters().get("device");
        return switch (families.rotate(refresh.getRefreshToken(), device instanceof String named ? named : "")) {
            case Rotation.Turned turned
            when turned.family().client().equals(app.getClientId()) -> tokens(client, app, turned);
            case Rotation.Turned _, Rotation.Unknown _ ->
                throw new GrantRefused(RefusalCode.UNAUTHENTICATED, "the refresh token is not valid");
            case Rotation.Reused _ -> throw new GrantRefused(RefusalCode.SESSION_REUSED, null);
        };
    }

    private Authentication tokens(
            OAuth2ClientAuthenticationToken client, RegisteredClient app, Rotation.Turned turned) {
        Family family = turned.family();
        List<String> roles = family.roles().stream().map(Role::wire).sorted().toList();
        return new OAuth2AccessTokenAuthenticationToken(
                app,
                client,
                accessTokens.of(family),
                new OAuth2RefreshToken(turned.token(), family.seenAt(), turned.expiresAt()),
                Map.of("subject", family.person(), "roles", roles));
    }
}
