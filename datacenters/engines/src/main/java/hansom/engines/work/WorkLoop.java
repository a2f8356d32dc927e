package hansom.engines.work;

import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes the due calls of every worker's kind and makes up to 32 of them at once. A call whose worker fails is asked again after 1 s, 2 s,
 * 4 s … at most 5 minutes; one whose node dies is taken up by any node when its lease ends.
 */
public final class WorkLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 32;

    private final WorkTable table;
    private final List<Worker> workers;
    private final MeterRegistry meters;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public WorkLoop(WorkTable table, List<Worker> workers, MeterRegistry meters) {
        this.table = table;
        this.meters = meters;
        this.workers = List.copyOf(workers);
    }

    @Override
    public void start() {
        table.takeUpOwn();
        running = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        for (Worker worker : workers) threads.execute(() -> loop(worker));
    }

    private void loop(Worker worker) {
        while (running) {
            try {
                if (!round(worker)) Thread.sleep(POLL);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("outside calls of kind {} could not be taken: {}", worker.kind(), failure.toString());
                rest();
            }
        }
    }

    private boolean round(Worker worker) throws InterruptedException {
        places.acquire();
        places.release();
        List<Work> due = table.take(worker.kind(), Math.max(1, places.availablePermits()), LEASE);
        for (Work work : due) {
            places.acquire();
            threads.execute(() -> perform(worker, work));
        }
        return !due.isEmpty();
    }

    private void perform(Worker worker, Work work) {
        long began = System.nanoTime();
        try {
            Worker.Outcome outcome = outcome(worker, work);
            told(work.kind(), outcome, System.nanoTime() - began);
            table.close(work, outcome);
        } catch (RuntimeException notClosed) {
            LOG.warn(
                    "the end of outside call {} {} was not written; it will be made again",
                    work.kind(),
                    work.id(),
                    notClosed);
        } finally {
            places.release();
        }
    }

    private void told(String kind, Worker.Outcome outcome, long nanos) {
        String end = switch (outcome) {
            case Worker.Outcome.Done _ -> "done";
            case Worker.Outcome.Again _ -> "again";
            case Worker.Outcome.Hopeless _ -> "hopeless";
        };
        Meters.timer("hansom.calls", "outside calls made, by how each attempt ended")
                .tags("kind", kind, "outcome", end)
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Worker.Outcome outcome(Worker worker, Work work) {
        try {
            return worker.perform(work);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "outside call {} {} failed and will be made again: {}", work.kind(), work.id(), failure.toString());
            Duration pause = Duration.ofSeconds(Math.min(300, 1L << Math.min(work.attempts(), 20)));
            return new Worker.Outcome.Again(pause, failure.toString());
        }
    }

    private static void rest() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(3, TimeUnit.SECONDS))
                LOG.warn("outside calls still run; their leases will end");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After Axon, which must know who handles the commands that calls end in. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
