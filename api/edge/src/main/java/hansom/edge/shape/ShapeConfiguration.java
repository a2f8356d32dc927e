package hansom.edge.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of words: {@code in_progress} for IN_PROGRESS both ways, and nothing where there is nothing. */
@Configuration(proxyBeanMethods = false)
class ShapeConfiguration {

    @Bean
    JsonMapperBuilderCustomizer publicWords() {
        return builder -> builder.addModule(new Words())
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    private static final class Words extends SimpleModule {
        private static final long serialVersionUID = 1L;

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.insertAnnotationIntrospector(new LowerCase());
        }
    }

    private static final class LowerCase extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            if (!type.getRawType().getName().startsWith("hansom.")) return names;
            for (int i = 0; i < values.length; i++) names[i] = values[i].name().toLowerCase(Locale.ROOT);
            return names;
        }

        /** Ids of the contract come as bare strings. */
        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
            return creator instanceof AnnotatedConstructor constructor
                            && constructor.getDeclaringClass().getName().startsWith("hansom.contract.")
                            && constructor.getParameterCount() == 1
                            && constructor.getRawParameterType(0) == String.class
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }
    }
}
