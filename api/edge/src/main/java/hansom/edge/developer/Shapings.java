package hansom.edge.developer;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records into schemas: a field that is not marked nullable is always there, and the document says so. */
final class Shapings extends ModelResolver {
    private static final SnakeCaseStrategy SNAKE = new SnakeCaseStrategy();

    Shapings(ObjectMapper mapper) {
        super(mapper);
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema == null || type.getType() == null) return schema;
        JavaType java = _mapper.constructType(type.getType());
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
