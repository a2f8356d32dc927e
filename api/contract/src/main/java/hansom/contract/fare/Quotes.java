package hansom.contract.fare;

import hansom.contract.order.OrderId;
import java.util.List;

/** The quotes of all classes for one ride; whichever is chosen, the order has this id. */
public record Quotes(OrderId orderId, List<Quote> quotes) {
    public Quotes {
        quotes = List.copyOf(quotes);
    }
}
