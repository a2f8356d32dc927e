package hansom.engines.json;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;

/** The few questions that decide how a type is written: does it wrap one value, is it a closed family, who belongs to it. */
final class Shape {

    /** The one component name that makes a record a mere wrapper of its value. */
    static final String WRAPPED = "value";

    private Shape() {}

    /** Whether the type is a record whose only component is called {@code value}: an id, a code, a hash. */
    static boolean isWrapper(Class<?> type) {
        if (!type.isRecord()) return false;
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals(WRAPPED);
    }

    /**
     * Whether the type is the sealed root of a family of ours and no member of it itself: what is declared so needs a type id. Java's own
     * sealed types, as {@code ZoneId}, have a form already.
     */
    static boolean isFamily(Class<?> type) {
        return type.isSealed()
                && !type.getPackageName().startsWith("java.")
                && (type.isInterface() || Modifier.isAbstract(type.getModifiers()));
    }

    /** All concrete members of a sealed family, those of nested families included, in the order of their declaration. */
    static Set<Class<?>> membersOf(Class<?> family) {
        var members = new LinkedHashSet<Class<?>>();
        for (var permitted : family.getPermittedSubclasses()) {
            if (isFamily(permitted)) members.addAll(membersOf(permitted));
            else members.add(permitted);
        }
        return members;
    }
}
