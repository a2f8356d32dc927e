package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The reasons for which an operation may say no beyond those that any may; the OpenAPI document lists them. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    RefusalCode[] value();
}
