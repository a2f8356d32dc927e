package hansom.query.order;

import hansom.contract.order.OrderStatus;
import hansom.engines.meter.Figures;
import hansom.query.row.Views;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How many orders are under way, by their status. */
final class OrderFigures implements Figures.Reader {
    private static final String MEANING = "orders that are not over, by status";
    private static final List<String> OPEN = Arrays.stream(OrderStatus.values())
            .filter(status -> !status.over())
            .map(OrderStatus::name)
            .toList();

    private final Views views;

    OrderFigures(Views views) {
        this.views = views;
    }

    @Override
    public void read(Figures.Page page) {
        OPEN.forEach(status -> put(page, status, 0));
        views.sql()
                .sql("SELECT status, COUNT(*) AS n FROM %s WHERE status IN (:open) GROUP BY status"
                        .formatted(views.via("orders", "orders_by_status")))
                .param("open", OPEN)
                .query(row -> {
                    put(page, row.getString("status"), row.getLong("n"));
                });
    }

    private static void put(Figures.Page page, String status, long count) {
        page.put("hansom.orders.open", "", MEANING, Tags.of("status", status.toLowerCase(Locale.ROOT)), count);
    }
}
