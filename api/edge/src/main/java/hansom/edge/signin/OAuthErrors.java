package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the OAuth endpoints that are a "no": RFC 6749's {@code error} and {@code error_description}, with the code and trace id of all our refusals. */
@Component
class OAuthErrors implements AuthenticationFailureHandler {
    private final JsonMapper json;

    OAuthErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String error = OAuth2ErrorCodes.INVALID_REQUEST;
        String description = null;
        if (failure instanceof OAuth2AuthenticationException oauth) {
            error = oauth.getError().getErrorCode();
            description = oauth.getError().getDescription();
        }
        RefusalCode code = failure instanceof GrantRefused refused ? refused.code() : codeOf(error);
        int status =
                error.equals(OAuth2ErrorCodes.INVALID_GRANT) ? 400 : code.kind().status();
        write(request, response, status, error, description == null ? code.meaning() : description, code);
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String error,
            String description,
            RefusalCode code)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        body.put("code", code.wire());
        body.put("trace_id", Problems.trace(request));
        body.put("retryable", code.kind().retryable());
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == 401) response.setHeader("WWW-Authenticate", "Basic realm=\"hansom\"");
        if (code.kind().retryable() && response.getHeader("Retry-After") == null)
            response.setHeader("Retry-After", "1");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static RefusalCode codeOf(String error) {
        return switch (error) {
            case OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN ->
                RefusalCode.UNAUTHENTICATED;
            case OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
                    OAuth2ErrorCodes.ACCESS_DENIED,
                    OAuth2ErrorCodes.INSUFFICIENT_SCOPE -> RefusalCode.FORBIDDEN;
            case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE -> RefusalCode.TEMPORARILY_UNAVAILABLE;
            case OAuth2ErrorCodes.SERVER_ERROR -> RefusalCode.INTERNAL_ERROR;
            default -> RefusalCode.INVALID_REQUEST;
        };
    }
}
