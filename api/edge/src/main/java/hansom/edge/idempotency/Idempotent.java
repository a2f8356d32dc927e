package hansom.edge.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's method that creates or moves money: it takes no call without an {@code Idempotency-Key}, and answers a repeated one with
 * what was answered first. The method may take an {@link IdempotencyKey} and should derive the ids it makes from it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
