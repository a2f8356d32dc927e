package hansom.engines.axon;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.axonframework.messaging.HandlerAttributes;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Lets every command to an aggregate be answered with the aggregate's version, as a {@code Long}: the number of its
 * last event, counted from 0, also when the command brought nothing new; −1 when there is no event at all. Aggregates
 * therefore begin with {@code @CreationPolicy(CREATE_IF_MISSING)} handlers, not with constructors.
 */
final class CommandAnswers implements HandlerEnhancerDefinition {

    private static final Long NOTHING_YET = -1L;

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        boolean answersCommands =
                original.attribute(HandlerAttributes.COMMAND_NAME).isPresent();
        boolean onAnInstance = original.unwrap(Method.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .isPresent();
        return answersCommands && onAnInstance && isAggregate(original.declaringClass())
                ? new AnsweringMember<>(original)
                : original;
    }

    private static boolean isAggregate(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, AggregateRoot.class);
    }

    private static final class AnsweringMember<T> extends WrappedMessageHandlingMember<T> {
        AnsweringMember(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public Object handle(Message<?> message, @Nullable T target) throws Exception {
            super.handle(message, target);
            var version = AggregateLifecycle.getVersion();
            return version == null ? NOTHING_YET : version;
        }
    }
}
