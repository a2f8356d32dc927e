package hansom.engines.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Serial;
import java.util.Set;

/**
 * The mapper of everything that is kept or sent as a message: snake case, ids as bare values, times and durations as
 * ISO text, unknown properties ignored so that an older node reads a newer event. Default typing stays off.
 */
public final class MessageMapper {

    private MessageMapper() {}

    /**
     * A new mapper; whoever gets it may register more on it without changing another's.
     *
     * @param namedByClass interfaces of libraries whose values are kept with their class name; nothing else ever is
     */
    public static ObjectMapper create(Class<?>... namedByClass) {
        var libraryTypes = Set.of(namedByClass);
        var validator = BasicPolymorphicTypeValidator.builder();
        libraryTypes.forEach(validator::allowIfBaseType);
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new WrapperModule())
                .annotationIntrospector(new AnnotationIntrospectorPair(
                        new StructuralIntrospector(libraryTypes), new JacksonAnnotationIntrospector()))
                .polymorphicTypeValidator(validator.build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    /** Brings the keys of maps; values need no module, their shape is read by the introspector. */
    private static final class WrapperModule extends SimpleModule {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addKeyDeserializers(new WrapperKeys());
        }
    }
}
