package hansom.engines.axon;

import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates in memory as long as somebody uses them. One on which a command decided nothing, and of which nothing was ever told, has no
 * name and is not kept.
 */
final class AggregateCache extends WeakReferenceCache {

    @Override
    public void put(@Nullable Object name, Object aggregate) {
        if (name != null) super.put(name, aggregate);
    }

    @Override
    public boolean putIfAbsent(@Nullable Object name, Object aggregate) {
        return name != null && super.putIfAbsent(name, aggregate);
    }
}
