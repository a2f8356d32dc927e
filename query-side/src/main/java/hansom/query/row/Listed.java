package hansom.query.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of views and the cursor of the next one, null at the end. */
public record Listed<V>(List<V> views, @Nullable String next) {
    public Listed {
        views = List.copyOf(views);
    }
}
