package hansom.city.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call to the API: what is asked, and which refusals a well-behaved app may meet in its place. */
public record Call(
        String method,
        String path,
        @Nullable JsonNode body,
        @Nullable String form,
        @Nullable String key,
        Set<String> mayBe) {
    public Call {
        mayBe = Set.copyOf(mayBe);
    }

    private static Call of(String method, String path, @Nullable JsonNode body) {
        return new Call(method, path, body, null, null, Set.of());
    }

    public static Call get(String path) {
        return of("GET", path, null);
    }

    public static Call post(String path, JsonNode body) {
        return of("POST", path, body);
    }

    public static Call post(String path) {
        return of("POST", path, null);
    }

    public static Call put(String path, JsonNode body) {
        return of("PUT", path, body);
    }

    public static Call patch(String path, JsonNode body) {
        return of("PATCH", path, body);
    }

    public static Call delete(String path) {
        return of("DELETE", path, null);
    }

    public static Call form(String path, String form) {
        return new Call("POST", path, null, form, null, Set.of());
    }

    /** With an idempotency key: repeated, it is the same call. */
    public Call keyed(String value) {
        return new Call(method, path, body, form, value, mayBe);
    }

    /** With codes of refusals that are nobody's fault at this moment. */
    public Call mayBe(String... codes) {
        return new Call(method, path, body, form, key, Set.of(codes));
    }
}
