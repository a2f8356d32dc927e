package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns whatever goes wrong in a call into a problem, in this one place; nothing of the inside gets out with it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);
    private static final String UNEXPECTED = "is not of the expected kind";

    private final Problems problems;

    RefusalAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(BindException.class)
    ResponseEntity<Problem> bound(BindException invalid, HttpServletRequest request) {
        return invalid(request, faultsOf(invalid.getBindingResult()).toList());
    }

    @ExceptionHandler(org.springframework.web.bind.MethodArgumentNotValidException.class)
    ResponseEntity<Problem> body(
            org.springframework.web.bind.MethodArgumentNotValidException invalid, HttpServletRequest request) {
        return invalid(request, faultsOf(invalid.getBindingResult()).toList());
    }

    @ExceptionHandler
    ResponseEntity<Problem> parameters(HandlerMethodValidationException invalid, HttpServletRequest request) {
        return invalid(
                request,
                invalid.getParameterValidationResults().stream()
                        .flatMap(result -> result instanceof org.springframework.validation.method.ParameterErrors body
                                ? faultsOf(body)
                                : result.getResolvableErrors().stream()
                                        .map(error -> new Problem.Fault(
                                                null,
                                                Pointers.snake(String.valueOf(result.getMethodParameter()
                                                        .getParameterName())),
                                                text(error))))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(ConstraintViolationException invalid, HttpServletRequest request) {
        return invalid(
                request,
                invalid.getConstraintViolations().stream()
                        .map(one -> new Problem.Fault(
                                Pointers.ofPath(one.getPropertyPath().toString()), null, one.getMessage()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        @Nullable DatabindException where = first(unreadable, DatabindException.class);
        @Nullable String pointer = where == null ? null : Pointers.ofReading(where.getPath());
        @Nullable Refused refused = first(unreadable, Refused.class);
        if (refused != null) {
            var faults = pointer == null || !refused.faults().isEmpty()
                    ? refused.faults()
                    : List.of(new Problem.Fault(pointer, null, refused.code().meaning()));
            return problems.answer(request, refused.code(), refused.refusal().detail(), faults);
        }
        if (pointer == null || first(unreadable, StreamReadException.class) != null)
            return problems.answer(request, RefusalCode.MALFORMED_BODY, null, List.of());
        @Nullable IllegalArgumentException why = first(unreadable, IllegalArgumentException.class);
        return invalid(request, List.of(new Problem.Fault(pointer, null, messageOf(why))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return invalid(request, List.of(new Problem.Fault(null, missing.getParameterName(), "is missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing, HttpServletRequest request) {
        return invalid(request, List.of(new Problem.Fault(null, missing.getHeaderName(), "is missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        return invalid(request, List.of(new Problem.Fault(null, missing.getRequestPartName(), "is missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatched(TypeMismatchException mismatched, HttpServletRequest request) {
        @Nullable Refused refused = first(mismatched, Refused.class);
        if (refused != null) return answer(request, refused);
        String name = mismatched instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatched.getPropertyName());
        @Nullable IllegalArgumentException why = first(mismatched, IllegalArgumentException.class);
        return invalid(request, List.of(new Problem.Fault(null, Pointers.snake(name), messageOf(why))));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Problem> unknown(HttpServletRequest request) {
        return problems.answer(request, RefusalCode.NOT_FOUND, "there is no such path", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
        var answer = problems.answer(request, RefusalCode.METHOD_NOT_ALLOWED, null, List.of());
        @Nullable Set<HttpMethod> allowed = other.getSupportedHttpMethods();
        return allowed == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .allow(allowed.toArray(HttpMethod[]::new))
                        .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException other, HttpServletRequest request) {
        return problems.answer(request, RefusalCode.UNSUPPORTED_MEDIA_TYPE, null, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> accept(HttpMediaTypeNotAcceptableException other, HttpServletRequest request) {
        return problems.answer(
                request, RefusalCode.UNSUPPORTED_MEDIA_TYPE, 406, "nothing that Accept names is given here", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return problems.answer(request, RefusalCode.BODY_TOO_LARGE, null, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> timedOut(AsyncRequestTimeoutException timedOut, HttpServletRequest request) {
        return problems.answer(request, RefusalCode.TEMPORARILY_UNAVAILABLE, null, List.of());
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("the app hung up: {}", gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException denied, HttpServletRequest request) {
        return problems.answer(request, RefusalCode.FORBIDDEN, null, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unauthenticated(AuthenticationException unknown, HttpServletRequest request) {
        return problems.answer(request, RefusalCode.UNAUTHENTICATED, null, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception failure, HttpServletRequest request) {
        var refused = Causes.refused(failure);
        if (refused.isPresent()) return answer(request, refused.get());
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError())
            return problems.answer(
                    request,
                    RefusalCode.INVALID_REQUEST,
                    response.getStatusCode().value(),
                    null,
                    List.of());
        RefusalCode code = Causes.code(failure);
        if (code == RefusalCode.INTERNAL_ERROR)
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        else LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        return problems.answer(request, code, null, List.of());
    }

    private ResponseEntity<Problem> answer(HttpServletRequest request, Refused refused) {
        var answer = problems.answer(request, refused.code(), refused.refusal().detail(), refused.faults());
        if (refused.retryAfter() == 1) return answer;
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(headers -> headers.set("Retry-After", Long.toString(refused.retryAfter())))
                .body(answer.getBody());
    }

    private ResponseEntity<Problem> invalid(HttpServletRequest request, List<Problem.Fault> faults) {
        return problems.answer(request, RefusalCode.INVALID_REQUEST, null, faults);
    }

    private static Stream<Problem.Fault> faultsOf(org.springframework.validation.Errors result) {
        return result.getAllErrors().stream()
                .map(error -> new Problem.Fault(
                        error instanceof FieldError field ? Pointers.ofPath(field.getField()) : "#",
                        null,
                        text(error)));
    }

    private static String text(MessageSourceResolvable error) {
        return error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
    }

    /** The message when a type of ours wrote it; a library's may tell too much. */
    private static String messageOf(@Nullable IllegalArgumentException why) {
        if (why == null || why.getMessage() == null || why.getStackTrace().length == 0) return UNEXPECTED;
        boolean ours = Stream.of(why.getStackTrace())
                .limit(3)
                .anyMatch(frame -> frame.getClassName().startsWith("hansom.contract."));
        return ours ? why.getMessage() : UNEXPECTED;
    }

    private static <T> @Nullable T first(Throwable failure, Class<T> type) {
        return Causes.of(failure)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
