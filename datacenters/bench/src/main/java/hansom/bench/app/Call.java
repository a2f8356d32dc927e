package hansom.bench.app;

import org.jspecify.annotations.Nullable;

/** One request; a POST carries a key, so that it can be made again when its answer was lost. */
public record Call(String method, String path, @Nullable Object body, String key, String token) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}
