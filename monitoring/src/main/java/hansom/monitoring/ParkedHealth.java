package hansom.monitoring;

import hansom.engines.Degraded;
import hansom.engines.axon.ParkedEvents;
import hansom.engines.work.WorkTable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether anything waits for a person: somebody's ride or money stands still meanwhile, and all others go on. */
final class ParkedHealth extends AbstractHealthIndicator {
    private final ParkedEvents events;
    private final WorkTable calls;

    ParkedHealth(ParkedEvents events, WorkTable calls) {
        super("parked work could not be counted");
        this.events = events;
        this.calls = calls;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long parkedEvents = events.count();
        int parkedCalls = calls.parked().size();
        if (parkedEvents + parkedCalls == 0) health.up();
        else health.status(Degraded.STATUS).withDetail("events", parkedEvents).withDetail("calls", parkedCalls);
    }
}
