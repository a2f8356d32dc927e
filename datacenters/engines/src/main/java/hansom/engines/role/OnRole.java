package hansom.engines.role;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides {@link ConditionalOnRole} by the configured roles. */
class OnRole implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String[] wanted = metadata.getAnnotations().get(ConditionalOnRole.class).getStringArray("value");
        Roles roles = Roles.of(context.getEnvironment());
        return Arrays.stream(wanted).anyMatch(roles::play);
    }
}
