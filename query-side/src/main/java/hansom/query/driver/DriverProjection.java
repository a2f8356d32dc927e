package hansom.query.driver;

import hansom.contract.driver.DriverEvent;
import hansom.contract.driver.DriverPage;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverQuery.ListDrivers;
import hansom.contract.driver.DriverView;
import hansom.query.row.Cursor;
import hansom.query.row.Listed;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each driver's row and answers for it. */
@Component
@ProcessingGroup("query.driver")
class DriverProjection {
    private static final int MOST = 100;

    private final ViewTable<DriverView> drivers;

    DriverProjection(Views views) {
        this.drivers = views.table(
                "drivers",
                DriverView.class,
                driver -> Map.of(
                        "standing", driver.standing().name(),
                        "registered_at", driver.registeredAt().toEpochMilli()));
    }

    @EventHandler
    void on(DriverEvent event, @SequenceNumber long version) {
        @Nullable DriverView before = drivers.find(event.driverId().value()).orElse(null);
        if (before != null && before.version() >= version) return;
        drivers.save(event.driverId().value(), DriverFold.after(before, event, version));
    }

    @QueryHandler
    Optional<DriverView> handle(FindDriver query) {
        return drivers.find(query.driverId().value());
    }

    @QueryHandler
    DriverPage handle(ListDrivers query) {
        DriverView.@Nullable Standing standing = query.standing();
        int limit = Math.clamp(query.limit(), 1, MOST);
        Cursor cursor = Cursor.of(query.cursor());
        Listed<DriverView> listed = standing == null
                ? drivers.newest("drivers_by_time", "id > ''", Map.of(), "registered_at", cursor, limit)
                : drivers.newest(
                        "drivers_by_standing",
                        "standing = :standing",
                        Map.of("standing", standing.name()),
                        "registered_at",
                        cursor,
                        limit);
        return new DriverPage(listed.views(), listed.next());
    }
}
