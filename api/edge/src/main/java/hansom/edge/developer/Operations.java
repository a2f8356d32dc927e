package hansom.edge.developer;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.idempotency.Idempotent;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Completes each operation of the OpenAPI document: every code it may refuse with, the headers it takes, a name of its own. */
@Component
final class Operations implements GlobalOperationCustomizer {
    private static final Set<RefusalCode> ALWAYS =
            EnumSet.of(RefusalCode.RATE_LIMITED, RefusalCode.INTERNAL_ERROR, RefusalCode.TEMPORARILY_UNAVAILABLE);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Method method = handler.getMethod();
        operation.setOperationId(name(method));
        if (takes(method, Locale.class)) operation.addParametersItem(language());
        if (method.isAnnotationPresent(Idempotent.class)) operation.addParametersItem(key());
        if (operation.getResponses() == null) operation.setResponses(new ApiResponses());
        ApiResponses responses = operation.getResponses();
        if (OpenPaths.has(handler)) operation.setSecurity(List.of());
        @Nullable ApiResponse read = responses.get("200");
        if (method.isAnnotationPresent(GetMapping.class) && read != null && !streams(read)) {
            operation.addParametersItem(ifNoneMatch());
            read.addHeaderObject("ETag", new Header().schema(ProblemSchema.typed("string")));
            responses.addApiResponse("304", new ApiResponse().description("Nothing has changed since that ETag."));
        }
        byStatus(codes(operation, method))
                .forEach((status, codes) ->
                        responses.addApiResponse(String.valueOf(status), ProblemSchema.response(codes)));
        return operation;
    }

    private static boolean streams(ApiResponse read) {
        @Nullable Content content = read.getContent();
        return content != null && content.containsKey("text/event-stream");
    }

    private static Set<RefusalCode> codes(Operation operation, Method method) {
        Set<RefusalCode> codes = EnumSet.copyOf(ALWAYS);
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!open) codes.addAll(EnumSet.of(RefusalCode.UNAUTHENTICATED, RefusalCode.FORBIDDEN));
        if (operation.getParameters() != null && !operation.getParameters().isEmpty())
            codes.add(RefusalCode.INVALID_REQUEST);
        if (Arrays.stream(method.getParameters()).anyMatch(one -> one.isAnnotationPresent(RequestBody.class)))
            codes.addAll(EnumSet.of(
                    RefusalCode.INVALID_REQUEST,
                    RefusalCode.MALFORMED_BODY,
                    RefusalCode.BODY_TOO_LARGE,
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE));
        if (method.isAnnotationPresent(Idempotent.class))
            codes.addAll(EnumSet.of(
                    RefusalCode.IDEMPOTENCY_KEY_MISSING,
                    RefusalCode.IDEMPOTENCY_KEY_REUSED,
                    RefusalCode.IDEMPOTENCY_IN_PROGRESS));
        @Nullable Refuses own = AnnotatedElementUtils.findMergedAnnotation(method, Refuses.class);
        if (own != null) codes.addAll(List.of(own.value()));
        return codes;
    }

    private static Map<Integer, List<RefusalCode>> byStatus(Set<RefusalCode> codes) {
        return codes.stream()
                .collect(Collectors.groupingBy(code -> code.kind().status(), TreeMap::new, Collectors.toList()));
    }

    private static boolean takes(Method method, Class<?> type) {
        return Arrays.asList(method.getParameterTypes()).contains(type);
    }

    private static String name(Method method) {
        Class<?> controller = method.getDeclaringClass();
        String room = controller
                .getPackageName()
                .substring(controller.getPackageName().lastIndexOf('.') + 1);
        String subject = controller.getSimpleName().replace("Controller", "");
        String verb = method.getName();
        return room + subject + Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + suffix(method);
    }

    /** Tells apart methods of one name. */
    private static String suffix(Method method) {
        List<Method> twins = Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(method.getName())
                        && AnnotatedElementUtils.hasAnnotation(
                                one, org.springframework.web.bind.annotation.RequestMapping.class))
                .sorted(java.util.Comparator.comparing(Method::toString))
                .toList();
        return twins.size() < 2 ? "" : String.valueOf(twins.indexOf(method) + 1);
    }

    private static Parameter language() {
        return header("Accept-Language", "Texts in ru or en.", false).example("ru");
    }

    private static Parameter key() {
        return header("Idempotency-Key", "Made by the app, kept for repeats of the same call.", true)
                .example("7f3c1a52-5d0e-4b6e-9a34-1c2f6f0b7a11");
    }

    private static Parameter ifNoneMatch() {
        return header("If-None-Match", "The ETag of what is already there.", false);
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(ProblemSchema.typed("string"));
    }
}
