package hansom.saga.beat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does a piece of work at a steady pace while it is this node's turn; a round that fails is told once and left to the next. */
public final class Beat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);
    private static final long RENEWED_AFTER = Turns.LENGTH.toNanos() / 3;
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final String name;
    private final Duration pace;
    private final Turns turns;
    private final Runnable round;
    private boolean mine;
    private boolean failing;
    private long askedAt;
    private @Nullable ScheduledExecutorService thread;

    public Beat(String name, Duration pace, Turns turns, Runnable round) {
        this.name = name;
        this.pace = pace;
        this.turns = turns;
        this.round = round;
        this.askedAt = System.nanoTime() - Turns.LENGTH.toNanos();
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        thread.scheduleWithFixedDelay(this::beat, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One more round soon, beside the steady ones. */
    public synchronized void soon(Duration delay) {
        if (thread != null) thread.schedule(this::beat, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            if (!isMyTurn()) return;
            round.run();
            if (failing) LOG.info("{} goes on", name);
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) LOG.warn("{} failed and will try again at its pace", name, failure);
            failing = true;
        }
    }

    private boolean isMyTurn() {
        long now = System.nanoTime();
        if (now - askedAt < RENEWED_AFTER) return mine;
        mine = false;
        mine = turns.take(name);
        askedAt = now;
        return mine;
    }

    @Override
    public synchronized void stop() {
        if (thread == null) return;
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) turns.give(name);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.info("The turn of {} could not be given away; another node takes it in a while", name, failure);
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
