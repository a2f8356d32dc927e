package hansom.edge.developer;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A field of a record that is not marked nullable is always there, and the document says so. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequiredFields implements ModelConverter {
    private static final SnakeCaseStrategy SNAKE = new SnakeCaseStrategy();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema == null || type.getType() == null) return schema;
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (!raw.isRecord() || !raw.getName().startsWith("hansom.edge.")) return schema;
        Schema<?> model = schema.get$ref() == null
                ? schema
                : context.getDefinedModels()
                        .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        if (model != null && model.getProperties() != null) require(raw, model);
        return schema;
    }

    private static void require(Class<?> type, Schema<?> model) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SNAKE.translate(component.getName());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            List<String> known = model.getRequired();
            if (!nullable && model.getProperties().containsKey(name) && (known == null || !known.contains(name)))
                model.addRequiredItem(name);
        }
    }
}
