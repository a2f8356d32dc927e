package hansom.contract.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of orders and where the next one begins. */
public record OrderPage(List<OrderView> orders, @Nullable String next) {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
