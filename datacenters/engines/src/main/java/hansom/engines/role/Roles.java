package hansom.engines.role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.PropertyResolver;

/** The roles a node plays: all of them unless {@code hansom.roles} names some, separated by commas. */
public record Roles(Set<String> names) {
    /** Every role there is. */
    public static final List<String> ALL = List.of("edge", "command", "sagas", "query", "geo");

    public Roles {
        names = Set.copyOf(names);
    }

    /** Reads {@code hansom.roles}; throws IllegalArgumentException, naming the word, for a role that does not exist. */
    public static Roles of(PropertyResolver properties) {
        Set<String> named = Arrays.stream(
                        properties.getProperty("hansom.roles", "").split(","))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        for (String name : named)
            if (!ALL.contains(name))
                throw new IllegalArgumentException("there is no role %s; roles are %s".formatted(name, ALL));
        return new Roles(named.isEmpty() ? Set.copyOf(ALL) : named);
    }

    public boolean play(String role) {
        return names.contains(role);
    }
}
