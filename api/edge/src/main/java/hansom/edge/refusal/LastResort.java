package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside any controller, where the advice does not reach. */
@RestController
final class LastResort implements ErrorController {
    private final Problems problems;

    LastResort(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            var refused = Causes.refused(failure);
            return problems.answer(
                    request, refused.map(Refused::code).orElseGet(() -> Causes.code(failure)), null, List.of());
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return problems.answer(request, codeOf(status), status, null, List.of());
    }

    private static RefusalCode codeOf(int status) {
        return switch (status) {
            case 401 -> RefusalCode.UNAUTHENTICATED;
            case 403 -> RefusalCode.FORBIDDEN;
            case 404 -> RefusalCode.NOT_FOUND;
            case 405 -> RefusalCode.METHOD_NOT_ALLOWED;
            case 413 -> RefusalCode.BODY_TOO_LARGE;
            case 415 -> RefusalCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RefusalCode.RATE_LIMITED;
            case 503 -> RefusalCode.TEMPORARILY_UNAVAILABLE;
            default -> status < 500 ? RefusalCode.INVALID_REQUEST : RefusalCode.INTERNAL_ERROR;
        };
    }
}
