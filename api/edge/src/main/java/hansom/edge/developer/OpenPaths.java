package hansom.edge.developer;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Which operations anybody may call without a token. */
final class OpenPaths {
    private static final List<String> BEGINNINGS =
            List.of("/v1/sandbox/", "/v1/signin/codes", "/v1/ops/setup", "/v1/shared/", "/v1/share/", "/v1/map/");

    private OpenPaths() {}

    static boolean has(HandlerMethod handler) {
        return handler.hasMethodAnnotation(SecurityRequirements.class)
                || paths(handler).anyMatch(path -> BEGINNINGS.stream().anyMatch(path::startsWith));
    }

    private static Stream<String> paths(HandlerMethod handler) {
        List<String> outer =
                named(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class));
        List<String> inner =
                named(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
        return outer.stream().flatMap(begin -> inner.stream().map(end -> begin + end));
    }

    private static List<String> named(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }
}
