package hansom.edge.rider;

import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.order.OrderStatus;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentView;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.DriverShape;
import hansom.edge.shape.FareShape;
import hansom.edge.shape.MoneyShape;
import hansom.edge.shape.PaymentShape;
import hansom.edge.shape.WaypointShape;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a ride cost, item by item, how it was paid, and the postings that came of it. */
@Schema(name = "Receipt")
record ReceiptShape(
        String orderId,
        OrderStatus status,
        WaypointShape pickup,
        WaypointShape dropOff,
        @Nullable DriverShape driver,
        @Nullable Long distanceMetres,
        @Nullable Long durationSeconds,
        FareShape fare,

        @Schema(description = "The tariff by which it was reckoned.")
        String tariffId,

        @Nullable PaymentShape payment,
        List<Entry> entries,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant overAt) {
    ReceiptShape {
        entries = List.copyOf(entries);
    }

    /** What one event booked; the lines add up to zero. */
    @Schema(name = "ReceiptEntry")
    record Entry(String id, String cause, Instant at, List<Line> postings) {
        Entry {
            postings = List.copyOf(postings);
        }
    }

    /** One line of an entry: debits positive, credits negative. */
    @Schema(name = "ReceiptPosting")
    record Line(Account.Kind account, MoneyShape amount) {}

    static ReceiptShape of(
            OrderView order, @Nullable PaymentView payment, List<LedgerEntry> entries, PersonalTexts texts) {
        var driven = order.tracking();
        var driver = order.driver();
        return new ReceiptShape(
                order.orderId().value(),
                order.status(),
                WaypointShape.of(order.quote().pickup(), texts),
                WaypointShape.of(order.quote().dropOff(), texts),
                driver == null ? null : DriverShape.of(driver.driver(), texts),
                driven == null ? null : driven.distance().metres(),
                driven == null ? null : driven.time().toSeconds(),
                FareShape.of(Objects.requireNonNull(order.fare())),
                order.quote().tariff().id().value(),
                payment == null ? null : PaymentShape.of(payment),
                entries.stream().map(ReceiptShape::entry).toList(),
                order.startedAt(),
                order.endedAt(),
                Objects.requireNonNullElse(order.overAt(), order.placedAt()));
    }

    private static Entry entry(LedgerEntry entry) {
        return new Entry(
                entry.id(),
                entry.cause(),
                entry.at(),
                entry.postings().stream()
                        .map(posting -> new Line(posting.account().kind(), MoneyShape.of(posting.amount())))
                        .toList());
    }
}
