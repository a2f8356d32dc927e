package hansom.contract.payout;

import hansom.contract.id.Region;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What has become of a business day. */
public sealed interface DayEvent {
    DayId dayId();

    /** What was posted after {@code upToEvent} is paid with the next day. */
    @Revision("1")
    record DayClosed(DayId dayId, Region region, LocalDate day, long upToEvent, Instant at) implements DayEvent {}
}
