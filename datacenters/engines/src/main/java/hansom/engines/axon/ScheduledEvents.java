package hansom.engines.axon;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that are to happen later. One that has happened already, or happens just now, cannot be cancelled, and that is no failure: a saga
 * that cancels a time-out always races it, and passes over the event when it comes.
 */
final class ScheduledEvents extends DbSchedulerEventScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledEvents.class);

    ScheduledEvents(Builder builder) {
        super(builder);
    }

    @Override
    public void cancelSchedule(ScheduleToken token) {
        try {
            super.cancelSchedule(token);
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException tooLate) {
            LOG.debug("{} came before it was cancelled", token, tooLate);
        }
    }
}
