package hansom.query.rebuild;

import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.view.RebuildState;
import hansom.contract.view.ViewCommand.RebuildViews;
import hansom.contract.view.ViewEvent.RebuildAsked;
import hansom.contract.view.ViewEvent.RebuildEnded;
import hansom.contract.view.ViewStates;
import hansom.query.row.Catalogue;
import hansom.query.row.View;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rebuilds views when an operator asks, one rebuild at a time, and goes on after a restart with what a killed node had begun. */
@Component
class Rebuilds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Catalogue catalogue;
    private final Parts parts;
    private final EventGateway events;
    private final Clock businessClock;
    private final RebuildSettings settings;
    private final Clock realTime = Clock.systemUTC();
    private final Map<String, Progress> running = new ConcurrentHashMap<>();
    private ExecutorService conductor = Executors.newSingleThreadExecutor();
    private volatile boolean started;

    Rebuilds(Catalogue catalogue, Parts parts, EventGateway events, Clock businessClock, RebuildSettings settings) {
        this.catalogue = catalogue;
        this.parts = parts;
        this.events = events;
        this.businessClock = businessClock;
        this.settings = settings;
    }

    @CommandHandler
    synchronized void handle(RebuildViews asked) {
        List<View> views = named(asked.views());
        if (!running.isEmpty()) throw refused(RefusalCode.REBUILD_RUNNING);
        Map<String, Progress> begun = new LinkedHashMap<>();
        long head = parts.head();
        for (View view : views) {
            GenerationStore.Standing standing = parts.store().get(view.name());
            ViewStates.Rebuild rebuild = new ViewStates.Rebuild(
                    standing.next(),
                    RebuildState.FILLING,
                    asked.operator(),
                    asked.onlyIfSame(),
                    0,
                    head,
                    0,
                    realTime.instant(),
                    null,
                    null,
                    null,
                    null);
            parts.store().note(view.name(), rebuild);
            begun.put(view.name(), new Progress(rebuild, realTime));
        }
        events.publish(new RebuildAsked(
                views.stream().map(View::name).toList(),
                asked.onlyIfSame(),
                asked.operator(),
                businessClock.instant()));
        running.putAll(begun);
        CurrentUnitOfWork.get().onRollback(undone -> running.clear());
        CurrentUnitOfWork.get().afterCommit(done -> conductor.execute(() -> conduct(begun)));
    }

    private List<View> named(List<String> names) {
        if (names.isEmpty()) return catalogue.views();
        return names.stream()
                .distinct()
                .map(name -> catalogue.find(name).orElseThrow(() -> refused(RefusalCode.VIEW_UNKNOWN)))
                .toList();
    }

    private static CommandExecutionException refused(RefusalCode code) {
        return new CommandExecutionException(code.wire(), null, new Refusal(code));
    }

    /** How the views go that are rebuilt just now. */
    Map<String, Progress> progress() {
        return Map.copyOf(running);
    }

    private void conduct(Map<String, Progress> begun) {
        List<Fill> fills = begun.entrySet().stream()
                .map(each -> parts.fill(
                        catalogue.find(each.getKey()).orElseThrow(),
                        each.getValue().rebuild().generation()))
                .toList();
        boolean onlyIfSame =
                begun.values().stream().anyMatch(each -> each.rebuild().onlyIfSame());
        ExecutorService workers = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().daemon().name("rebuild-", 0).factory());
        try {
            fills.forEach(this::dropRetired);
            end(
                    fills,
                    begun,
                    new Rebuild(parts, fills, begun, onlyIfSame, workers, settings.chunk(), settings.room()).run(),
                    null);
        } catch (InterruptedException stopped) {
            LOG.info("the rebuild goes on when the node starts again");
        } catch (Exception failure) {
            if (started) fail(fills, begun, failure);
        } finally {
            workers.shutdownNow();
        }
    }

    private void fail(List<Fill> fills, Map<String, Progress> begun, Exception failure) {
        LOG.error("views {} could not be rebuilt; the living ones were not touched", begun.keySet(), failure);
        try {
            end(fills, begun, RebuildState.FAILED, Why.of(failure));
        } catch (RuntimeException notNoted) {
            LOG.error("the end of the rebuild could not be noted; it is taken up at the next start", notNoted);
            running.clear();
        }
    }

    private void end(List<Fill> fills, Map<String, Progress> begun, RebuildState outcome, @Nullable String why) {
        fills.forEach(Fill::end);
        if (outcome != RebuildState.SWITCHED) {
            fills.forEach(fill -> parts.tables().drop(fill.view(), fill.generation()));
            Map<String, ViewStates.Rebuild> ended = new LinkedHashMap<>();
            begun.forEach((view, progress) -> ended.put(view, progress.becomes(outcome, why)));
            parts.store().note(ended);
        }
        long differing = begun.values().stream()
                .map(progress -> progress.rebuild().compared())
                .mapToLong(compared -> compared == null ? 0 : compared.differing())
                .sum();
        running.clear();
        events.publish(new RebuildEnded(List.copyOf(begun.keySet()), outcome, differing, why, businessClock.instant()));
        LOG.info("views {}: {} with {} rows that differ", begun.keySet(), outcome, differing);
    }

    private void dropRetired(Fill fill) {
        GenerationStore.Standing standing = parts.store().get(fill.view().name());
        if (standing.retired() == null) return;
        parts.tables().drop(fill.view(), standing.retired());
        parts.store().dropped(fill.view().name());
    }

    /** A generation that no longer answers is dropped when whoever still read it has long ended. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void dropRetired() {
        try {
            for (GenerationStore.Standing standing : parts.store().all().values()) {
                if (standing.retired() == null
                        || standing.retiredAt().plus(KEPT).isAfter(realTime.instant())) continue;
                parts.tables().drop(catalogue.find(standing.view()).orElseThrow(), standing.retired());
                parts.store().dropped(standing.view());
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("old generations stay for another minute: {}", unavailable.toString());
        }
    }

    @Override
    public synchronized void start() {
        started = true;
        conductor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("rebuild").factory());
        Map<String, Progress> begun = new LinkedHashMap<>();
        parts.store().all().forEach((view, standing) -> {
            ViewStates.@Nullable Rebuild rebuild = standing.rebuild();
            if (rebuild != null && !rebuild.state().over()) begun.put(view, new Progress(rebuild, realTime));
        });
        if (begun.isEmpty()) return;
        LOG.info("the rebuild of {} goes on", begun.keySet());
        begun.values().forEach(progress -> progress.becomes(RebuildState.FILLING));
        running.putAll(begun);
        conductor.execute(() -> conduct(begun));
    }

    @Override
    public synchronized void stop() {
        started = false;
        conductor.shutdownNow();
        try {
            if (!conductor.awaitTermination(3, TimeUnit.SECONDS)) LOG.warn("a rebuild does not end; it goes on later");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** After the processors, which must be there to be asked how far they have come. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
