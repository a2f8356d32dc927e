package hansom.drill.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is there afterwards: the node's events and what it still has in hand, and the books of the provider and the bank. */
public record Kept(
        List<Event> events, List<Hold> holds, List<Transfer> transfers, List<OpenSaga> sagas, List<String> parked) {
    private static final String PREFIX = "sbx-";

    /** A card holder's money at the provider. */
    public record Hold(String ref, String state, long taken, long given) {
        /** Of which payment. */
        String payment() {
            return part(0);
        }

        /** For what it was asked. */
        String what() {
            return part(1);
        }

        private String part(int which) {
            String[] parts = ref.substring(PREFIX.length()).split("\\.");
            return which < parts.length ? parts[which] : "";
        }
    }

    /** Money that the bank was asked to send. */
    public record Transfer(String call, long amount, String answer) {}

    /** A saga that has not ended, and an order it has to do with. */
    public record OpenSaga(String type, String id, String order) {}

    public Kept {
        events = List.copyOf(events);
        holds = List.copyOf(holds);
        transfers = List.copyOf(transfers);
        sagas = List.copyOf(sagas);
        parked = List.copyOf(parked);
    }

    Map<String, List<Event>> streams() {
        return events.stream().collect(Collectors.groupingBy(Event::stream, LinkedHashMap::new, Collectors.toList()));
    }

    /** The number of the last event of each stream. */
    Map<String, Long> lengths() {
        Map<String, Long> lengths = new HashMap<>();
        for (Event event : events) lengths.merge(event.stream(), event.sequence(), Math::max);
        return lengths;
    }

    Stream<Event> of(String... types) {
        List<String> wanted = List.of(types);
        return events.stream().filter(event -> wanted.contains(event.type()));
    }

    /** How each order that is over ended. */
    Map<String, Event> ends() {
        return of("OrderCompleted", "OrderCancelled")
                .collect(Collectors.toMap(Event::stream, event -> event, (first, second) -> first));
    }

    static String paymentOf(String order) {
        return "pay_" + order.substring("ord_".length());
    }

    static Optional<String> orderOf(String payment) {
        return payment.startsWith("pay_") ? Optional.of("ord_" + payment.substring("pay_".length())) : Optional.empty();
    }
}
