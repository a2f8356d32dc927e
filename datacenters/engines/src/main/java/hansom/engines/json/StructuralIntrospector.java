package hansom.engines.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a type's shape what other projects say with annotations: a record of one {@code value} is that value, and
 * what is declared as a sealed family carries the simple name of its member as {@code type}. A member that is itself
 * the declared type (every event and command) carries none: Axon keeps its class beside it.
 */
final class StructuralIntrospector extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String TYPE = "type";

    /** Types of other libraries that sagas keep and that only their class can name. */
    private final Set<Class<?>> namedByClass;

    StructuralIntrospector(Set<Class<?>> namedByClass) {
        this.namedByClass = Set.copyOf(namedByClass);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        boolean isTheValue = annotated instanceof AnnotatedMethod method
                && method.getParameterCount() == 0
                && method.getName().equals(Shape.WRAPPED)
                && Shape.isWrapper(method.getDeclaringClass());
        return isTheValue ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        boolean takesTheValue = annotated instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && Shape.isWrapper(constructor.getDeclaringClass())
                && constructor.getRawParameterType(0).equals(wrappedType(constructor.getDeclaringClass()));
        return takesTheValue ? JsonCreator.Mode.DELEGATING : null;
    }

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
        var info = typeInfo(annotated.getRawType());
        return info == null ? null : new StdTypeResolverBuilder().init(info, null);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass type ? typeInfo(type.getRawType()) : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        var type = annotated.getRawType();
        if (!Shape.isFamily(type)) return null;
        return Shape.membersOf(type).stream()
                .map(member -> new NamedType(member, member.getSimpleName()))
                .toList();
    }

    private JsonTypeInfo.@Nullable Value typeInfo(Class<?> type) {
        if (Shape.isFamily(type)) return known(JsonTypeInfo.Id.NAME, TYPE);
        return namedByClass.contains(type) ? known(JsonTypeInfo.Id.CLASS, "class") : null;
    }

    private static JsonTypeInfo.Value known(JsonTypeInfo.Id id, String property) {
        return JsonTypeInfo.Value.construct(id, JsonTypeInfo.As.PROPERTY, property, null, false, null);
    }

    private static Class<?> wrappedType(Class<?> wrapper) {
        return wrapper.getRecordComponents()[0].getType();
    }
}
