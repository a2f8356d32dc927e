package hansom.engines.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateCacheTest {
    private final AggregateCache cache = new AggregateCache();

    @Test
    void keepsWhatHasANameAndPassesOverWhatHasNone() {
        Object ferry = new Object();
        cache.put("ferry-1", ferry);
        cache.put(null, new Object());
        assertThat(cache.putIfAbsent(null, new Object())).isFalse();
        assertThat(cache.<String, Object>get("ferry-1")).isSameAs(ferry);
    }
}
