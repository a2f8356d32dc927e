package hansom.edge.shape;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a ride costs and why; the items add up to the total. */
@Schema(name = "Fare")
public record FareShape(MoneyShape total, List<Item> items) {
    public FareShape {
        items = List.copyOf(items);
    }

    /** One line of a fare. */
    @Schema(name = "FareItem")
    public record Item(
            FareItem.Kind kind,
            MoneyShape amount,
            @Schema(example = "2.40 km × 1.10") String reckoning) {}

    public static FareShape of(Fare fare) {
        return new FareShape(
                MoneyShape.of(fare.total()),
                fare.items().stream()
                        .map(item -> new Item(item.kind(), MoneyShape.of(item.amount()), item.reckoning()))
                        .toList());
    }

    static @Nullable FareShape ofAny(@Nullable Fare fare) {
        return fare == null ? null : of(fare);
    }
}
