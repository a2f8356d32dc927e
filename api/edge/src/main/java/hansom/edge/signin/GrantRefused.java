package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import io.lettuce.core.RedisException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** A "no" of the token endpoint, in OAuth's own words and with our code beside them. */
final class GrantRefused extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    GrantRefused(RefusalCode code, @Nullable String detail) {
        super(new OAuth2Error(oauth(code), detail == null ? code.meaning() : detail, null));
        this.code = code;
    }

    static GrantRefused of(Refused refused) {
        return new GrantRefused(refused.code(), refused.refusal().detail());
    }

    /** Something did not answer; the app may try again. */
    static GrantRefused unavailable() {
        return new GrantRefused(RefusalCode.TEMPORARILY_UNAVAILABLE, null);
    }

    /** What a step of signing in amounts to when it failed otherwise than by a refusal. */
    static boolean passing(RuntimeException failure) {
        return failure instanceof RedisException
                || failure instanceof DataAccessException
                || failure instanceof org.springframework.transaction.TransactionException
                || failure instanceof org.axonframework.common.AxonException;
    }

    RefusalCode code() {
        return code;
    }

    private static String oauth(RefusalCode code) {
        return switch (code) {
            case CODE_WRONG, SESSION_REUSED, UNAUTHENTICATED, RIDER_BLOCKED, DRIVER_BLOCKED ->
                OAuth2ErrorCodes.INVALID_GRANT;
            case FORBIDDEN -> OAuth2ErrorCodes.UNAUTHORIZED_CLIENT;
            case RATE_LIMITED -> "slow_down";
            case TEMPORARILY_UNAVAILABLE -> OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE;
            default -> OAuth2ErrorCodes.INVALID_REQUEST;
        };
    }
}
