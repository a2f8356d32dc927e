package hansom.query.shift;

import hansom.contract.feed.FeedNews.ShiftChanged;
import hansom.contract.order.OrderId;
import hansom.contract.shift.ShiftEvent;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.query.feed.Feeds;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each shift's row, tells its driver, and answers for it. */
@Component
@ProcessingGroup("query.shift")
class ShiftProjection {
    private final ViewTable<ShiftFold> shifts;
    private final Feeds feeds;

    ShiftProjection(Views views, Feeds feeds) {
        this.shifts = views.table("shifts", ShiftFold.class, shift -> Map.of());
        this.feeds = feeds;
    }

    @EventHandler
    void on(ShiftEvent event, @SequenceNumber long version, ReplayStatus replay) {
        @Nullable ShiftFold before = shifts.find(event.shiftId().value()).orElse(null);
        if (before != null && before.view().version() >= version) return;
        ShiftFold fold = ShiftFold.after(before, event, version);
        ShiftView after = fold.view();
        shifts.save(after.shiftId().value(), fold);
        if (!replay.isReplay())
            feeds.tell(List.of(event.driverId().value()), new ShiftChanged(after), about(after), version);
    }

    private static @Nullable OrderId about(ShiftView shift) {
        return shift.offer() == null ? shift.orderId() : shift.offer().orderId();
    }

    @QueryHandler
    Optional<ShiftView> handle(FindShift query) {
        return shifts.find(query.shiftId().value()).map(ShiftFold::view);
    }
}
