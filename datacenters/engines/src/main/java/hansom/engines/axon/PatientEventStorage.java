package hansom.engines.axon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage, but a gap in the order of events is waited for in real time. Axon gives a gap up when the next
 * event is a minute old by the events' own clock; ours is the business clock, which may be moved on by hours while a
 * transaction is under way, and its event would then never be told to anybody.
 */
final class PatientEventStorage extends JdbcEventStorageEngine {

    /** A gap further behind the last event is not remembered; at 500 events a second that is a minute. */
    private static final int MOST_GAPS = 30_000;

    private static final SortedSet<Long> NONE = new TreeSet<>();

    private final OpenGaps gaps;

    PatientEventStorage(Builder builder, OpenGaps gaps) {
        super(builder.gapCleaningThreshold(Integer.MAX_VALUE));
        this.gaps = gaps;
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        var before = previous == null ? GapAwareTrackingToken.newInstance(0, NONE) : previous;
        var event = (DomainEventData<?>) super.getTrackedEventData(row, before);
        long place = row.getLong(EventStoreConfiguration.SCHEMA.globalIndexColumn());
        return new TrackedDomainEventData<>(gaps.forget(before.advanceTo(place, MOST_GAPS)), event);
    }
}
