package hansom.edge.ask;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of many things, and the cursor of those that follow; no cursor, nothing follows. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Pass as cursor to get what follows; left out on the last page.") @Nullable
        String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    public static <V, T> Page<T> of(List<V> views, @Nullable String next, Function<V, T> shape) {
        return new Page<>(views.stream().map(shape).toList(), next);
    }
}
