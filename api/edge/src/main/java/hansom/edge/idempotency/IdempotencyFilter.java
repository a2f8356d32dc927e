package hansom.edge.idempotency;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problems;
import hansom.edge.refusal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** Lets a call with an idempotency key run once; whoever repeats it is given the first answer. It runs after the security chain, which says who calls. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final String RUN = IdempotencyFilter.class.getName();

    private final RequestMappingHandlerMapping controllers;
    private final Answers answers;
    private final Problems problems;

    IdempotencyFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers,
            Answers answers,
            Problems problems) {
        this.controllers = controllers;
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            goOn(request, response, chain);
            return;
        }
        if (!wanted(request)) {
            chain.doFilter(request, response);
            return;
        }
        String value = request.getHeader(HEADER);
        if (value == null || value.isBlank() || value.length() > 255) {
            problems.write(request, response, RefusalCode.IDEMPOTENCY_KEY_MISSING, "1 to 255 characters");
            return;
        }
        try {
            begin(new KeptBody(request), response, chain, new IdempotencyKey(caller(), value.trim()));
        } catch (Refused refused) {
            problems.write(request, response, refused.code(), refused.refusal().detail());
        }
    }

    private void begin(KeptBody request, HttpServletResponse response, FilterChain chain, IdempotencyKey key)
            throws ServletException, IOException {
        AnswerStore.Claim claim = answers.claim(key, request, request.body());
        switch (claim) {
            case AnswerStore.Claim.OtherBody _ ->
                problems.write(request, response, RefusalCode.IDEMPOTENCY_KEY_REUSED, null);
            case AnswerStore.Claim.Running _ ->
                problems.write(request, response, RefusalCode.IDEMPOTENCY_IN_PROGRESS, null);
            case AnswerStore.Claim.Answered answered -> answers.give(key, answered.kept(), response);
            case AnswerStore.Claim.Run run -> {
                request.setAttribute(RUN, new Run(key, run.owner()));
                request.setAttribute(IdempotencyKey.class.getName(), key);
                goOn(request, new ContentCachingResponseWrapper(response), chain);
            }
        }
    }

    /** Which key runs, and who holds it. */
    private record Run(IdempotencyKey key, String owner) {}

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Run run = request.getAttribute(RUN) instanceof Run one ? one : null;
        var cached = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (run == null || cached == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = true;
        } finally {
            if (!done) answers.release(run.key(), run.owner());
        }
        if (request.isAsyncStarted()) return;
        answers.keep(run.key(), run.owner(), cached);
        cached.copyBodyToResponse();
    }

    private boolean wanted(HttpServletRequest request) {
        try {
            var chain = controllers.getHandler(request);
            return chain != null
                    && chain.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(Idempotent.class);
        } catch (Exception answeredByTheDispatcher) {
            return false;
        }
    }

    private static String caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt jwt)
            return String.valueOf(jwt.getSubject());
        throw new Refused(RefusalCode.UNAUTHENTICATED);
    }
}
