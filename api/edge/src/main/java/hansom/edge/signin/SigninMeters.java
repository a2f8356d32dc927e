package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/** How many sign in, and how many are turned away and why. */
@Component
final class SigninMeters {
    private static final Map<String, String> GRANTS = Map.of(
            OwnGrant.PHONE_CODE.getValue(), "phone_code",
            OwnGrant.OPERATOR.getValue(), "operator",
            AuthorizationGrantType.REFRESH_TOKEN.getValue(), "refresh");

    private final MeterRegistry meters;
    private final Counter codeSent;

    SigninMeters(ObjectProvider<MeterRegistry> registry) {
        this.meters = Meters.of(registry);
        GRANTS.values().forEach(grant -> tokens(grant, "granted"));
        tokens("refresh", RefusalCode.SESSION_REUSED.wire());
        codeSent = Counter.builder("hansom.signin.codes")
                .description("phone codes sent")
                .register(meters);
    }

    void granted(AuthorizationGrantType type) {
        tokens(grant(type), "granted").increment();
    }

    void refused(AuthorizationGrantType type, RefusalCode code) {
        tokens(grant(type), code.wire()).increment();
    }

    void codeSent() {
        codeSent.increment();
    }

    private Counter tokens(String grant, String outcome) {
        return Counter.builder("hansom.signins")
                .description("requests for tokens, by grant and outcome: granted, or the code of the refusal")
                .tags("grant", grant, "outcome", outcome)
                .register(meters);
    }

    private static String grant(AuthorizationGrantType type) {
        return GRANTS.getOrDefault(type.getValue(), "other");
    }
}
