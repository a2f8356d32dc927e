package hansom.engines.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Numbers that cost a question: read together at a steady pace, so that nobody who looks at them waits for a database. What a reading does
 * not name any more is 0; while nothing can be read, nothing is known, and every number says so (NaN).
 */
public final class Figures implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final MeterRegistry meters;
    private final String source;
    private final Duration pace;
    private final Reader reader;
    private final Map<Key, Holder> known = new ConcurrentHashMap<>();
    private final Counter unread;
    private Duration first = Duration.ZERO;
    private boolean failing;
    private @Nullable ScheduledExecutorService thread;

    /** Reads the numbers of one source. */
    @FunctionalInterface
    public interface Reader {
        void read(Page page);
    }

    /** One reading, being written. */
    @FunctionalInterface
    public interface Page {
        /** A number; {@code unit} is empty, {@code seconds} or {@code bytes}. */
        void put(String name, String unit, String meaning, Tags tags, double value);
    }

    private record Key(String name, Tags tags) {}

    private static final class Holder {
        private volatile double value;
    }

    public Figures(MeterRegistry meters, String source, Duration pace, Reader reader) {
        this.meters = meters;
        this.source = source;
        this.pace = pace;
        this.reader = reader;
        this.unread = Counter.builder("hansom.figures.unread")
                .description("readings that failed; the numbers of the source are NaN meanwhile")
                .tag("source", source)
                .register(meters);
    }

    /** The same, read for the first time so long after the start. */
    public Figures after(Duration start) {
        first = start;
        return this;
    }

    /** One reading now. */
    public synchronized void readNow() {
        Set<Key> named = new HashSet<>();
        try {
            reader.read((name, unit, meaning, tags, value) -> {
                Key key = new Key(name, tags);
                named.add(key);
                known.computeIfAbsent(key, _ -> published(key, unit, meaning)).value = value;
            });
            known.forEach((key, holder) -> {
                if (!named.contains(key)) holder.value = 0;
            });
            if (failing) LOG.info("the figures of {} are read again", source);
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing && !Thread.currentThread().isInterrupted())
                LOG.warn("the figures of {} cannot be read: {}", source, failure.toString());
            failing = true;
            unread.increment();
            known.values().forEach(holder -> holder.value = Double.NaN);
        }
    }

    private Holder published(Key key, String unit, String meaning) {
        Holder holder = new Holder();
        Gauge.builder(key.name(), holder, held -> held.value)
                .tags(key.tags())
                .description(meaning)
                .baseUnit(unit.isEmpty() ? null : unit)
                .strongReference(true)
                .register(meters);
        return holder;
    }

    @Override
    public void start() {
        synchronized (known) {
            if (thread != null) return;
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("figures-" + source).factory());
            thread.scheduleWithFixedDelay(this::readNow, first.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        synchronized (known) {
            if (thread != null) thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (known) {
            return thread != null;
        }
    }
}
