package hansom.edge.signin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** The names of what our access tokens say beyond the standard, and how it is read. */
final class Claims {
    static final String ROLES = "roles";
    static final String SCOPE = "scope";
    static final String FAMILY = "fam";
    static final String DEVICE = "device";

    private Claims() {}

    /** What a token of this sign-in says, beyond issuer and times. */
    static Map<String, Object> of(Family family) {
        return Map.of(
                JwtClaimNames.SUB,
                family.person(),
                JwtClaimNames.AUD,
                List.of(AccessTokens.AUDIENCE),
                JwtClaimNames.JTI,
                AccessTokens.newId(),
                ROLES,
                AccessTokens.words(family),
                SCOPE,
                family.scopes().stream().sorted().collect(Collectors.joining(" ")),
                FAMILY,
                family.id(),
                DEVICE,
                family.device());
    }

    static Caller caller(Jwt jwt) {
        return new Caller(
                Objects.requireNonNull(jwt.getSubject()),
                roles(jwt),
                scopes(jwt),
                jwt.getClaimAsString(FAMILY),
                jwt.getClaimAsString(DEVICE),
                Objects.requireNonNullElse(jwt.getId(), ""),
                Objects.requireNonNull(jwt.getExpiresAt()));
    }

    static Set<Role> roles(Jwt jwt) {
        @Nullable List<String> named = jwt.getClaimAsStringList(ROLES);
        return named == null
                ? Set.of()
                : named.stream().flatMap(name -> Role.named(name).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Scopes are written as one string with blanks, or as a list by the library. */
    static Set<String> scopes(Jwt jwt) {
        Object scope = jwt.getClaims().get(SCOPE);
        Stream<String> words = switch (scope) {
            case String text -> Stream.of(text.split(" ", -1));
            case List<?> list -> list.stream().map(String::valueOf);
            case null, default -> Stream.of();
        };
        return words.filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
