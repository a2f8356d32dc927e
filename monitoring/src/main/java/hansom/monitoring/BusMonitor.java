package hansom.monitoring;

import hansom.contract.refusal.Refusal;
import hansom.engines.meter.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Times each command or query by its name and end, the wait for a thread included. A refusal is an answer, told by its code; a conflict is
 * a command that lost against another on the same aggregate and is sent again; all else that ends badly has failed.
 */
final class BusMonitor implements MessageMonitor<Message<?>> {
    private final MeterRegistry meters;
    private final String bus;
    private final String meaning;
    private final Counter failed;
    private final Map<End, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Said, Counter> refusals = new ConcurrentHashMap<>();

    private record End(String name, String outcome) {}

    private record Said(String name, String code) {}

    /** {@code bus} is {@code commands} or {@code queries}. */
    BusMonitor(MeterRegistry meters, String bus, String meaning) {
        this.meters = meters;
        this.bus = bus;
        this.meaning = meaning;
        this.failed = Counter.builder("hansom." + bus + ".failed")
                .description("%s that neither worked nor were refused: something is broken".formatted(bus))
                .register(meters);
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        String name = message.getPayloadType().getSimpleName();
        long began = System.nanoTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                record(name, "done", began);
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                String code = code(cause);
                if (code != null) refusal(name, code).increment();
                boolean broken = code == null && !isConflict(cause);
                if (broken) failed.increment();
                record(name, broken ? "failed" : code == null ? "conflict" : "refused", began);
            }

            @Override
            public void reportIgnored() {
                record(name, "ignored", began);
            }
        };
    }

    private void record(String name, String outcome, long began) {
        timers.computeIfAbsent(
                        new End(name, outcome),
                        end -> Meters.timer("hansom." + bus, meaning)
                                .tags("name", name, "outcome", outcome)
                                .register(meters))
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private Counter refusal(String name, String code) {
        return refusals.computeIfAbsent(
                new Said(name, code),
                said -> Counter.builder("hansom.refusals")
                        .description("commands and queries that were answered with a no, by its code")
                        .tags("name", name, "code", code)
                        .register(meters));
    }

    private static @Nullable String code(@Nullable Throwable cause) {
        if (cause == null) return null;
        return HandlerExecutionException.<Object>resolveDetails(cause)
                .map(details ->
                        details instanceof Refusal refusal ? refusal.code().wire() : null)
                .orElse(null);
    }

    private static boolean isConflict(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ConcurrencyException) return true;
        return false;
    }
}
