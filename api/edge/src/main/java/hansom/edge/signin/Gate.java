package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says 401 and 403 as problems, with the challenge of RFC 6750. */
@Component
class Gate implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;

    Gate(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean badToken = failure instanceof OAuth2AuthenticationException;
        response.setHeader(
                "WWW-Authenticate",
                badToken ? "Bearer realm=\"hansom\", error=\"invalid_token\"" : "Bearer realm=\"hansom\"");
        problems.write(
                request,
                response,
                RefusalCode.UNAUTHENTICATED,
                badToken ? "the token is not valid, has expired or was revoked" : null);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"hansom\", error=\"insufficient_scope\"");
        problems.write(request, response, RefusalCode.FORBIDDEN, null);
    }
}
