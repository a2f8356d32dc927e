package hansom.contract.payout;

import hansom.contract.SagaOnly;
import hansom.contract.id.Region;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a business day. */
public sealed interface DayCommand {
    @TargetAggregateIdentifier
    DayId dayId();

    /** The day is over and the ledger has been reckoned up to this position of the event store; closing again is nothing new. */
    @SagaOnly
    record CloseDay(DayId dayId, Region region, LocalDate day, long upToEvent) implements DayCommand {}
}
