package hansom.drill.book;

import hansom.drill.book.Kept.Hold;
import hansom.drill.book.Kept.Transfer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each ride's money in the node's events and in the provider's own book, and each payout in the bank's. */
final class Money {
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "AuthorisationRequested", List.of("PaymentAuthorised", "AuthorisationDeclined", "PaymentCallFailed"),
            "CaptureRequested", List.of("PaymentCaptured", "PaymentCallFailed"),
            "VoidRequested", List.of("PaymentVoided", "PaymentCallFailed"),
            "RefundRequested", List.of("PaymentRefunded", "PaymentCallFailed"),
            "TipRequested", List.of("TipPaid", "PaymentCallFailed"));

    private final Kept kept;
    private final Map<String, List<Event>> streams;
    private final Map<String, List<Hold>> holds;
    private final Findings findings;

    Money(Kept kept, Findings findings) {
        this.kept = kept;
        this.streams = kept.streams();
        this.holds = kept.holds().stream().collect(Collectors.groupingBy(Hold::payment));
        this.findings = findings;
    }

    void count() {
        kept.ends().values().forEach(this::ride);
        kept.events().stream()
                .filter(event -> ANSWERS.containsKey(event.type()))
                .forEach(this::answered);
        Set<String> ordered = new HashSet<>(kept.ends().keySet());
        kept.of("OrderPlaced").map(Event::stream).forEach(ordered::add);
        holds.forEach((payment, all) -> {
            String order = Kept.orderOf(payment).orElse("");
            if (!order.isEmpty() && !ordered.contains(order))
                findings.lost("the provider reserved " + all, "no order " + order);
        });
        payouts();
    }

    private void ride(Event end) {
        String payment = Kept.paymentOf(end.stream());
        List<Event> events = streams.getOrDefault(payment, List.of());
        long owed = (end.type().equals("OrderCompleted")
                        ? end.body().path("fare")
                        : end.body().path("fee"))
                .path("total")
                .path("amount_minor")
                .asLong();
        boolean card = end.body().path("method").path("type").asString("").equals("Card");
        boolean unpaid = happened(events, "PaymentCallFailed") || neverReserved(end, events);
        String costs = "%s of %s costs %d".formatted(end.type(), end.stream(), owed);
        same(
                costs,
                owed,
                "captured",
                sum(events, "PaymentCaptured"),
                unpaid || (!card && end.type().equals("OrderCancelled")));
        if (card)
            same(
                    costs,
                    owed,
                    "taken in the provider's book",
                    taken(payment, false) + sum(events, "PaymentRefunded"),
                    unpaid);
        else if (taken(payment, false) != 0)
            findings.twice("%s was not paid by card".formatted(end.stream()), String.valueOf(holds.get(payment)));
        long tips = cardTips(events);
        same(
                "tips of %s: %d".formatted(end.stream(), tips),
                tips,
                "taken in the provider's book",
                taken(payment, true),
                false);
        for (Hold hold : holds.getOrDefault(payment, List.of()))
            if (hold.state().equals("HELD") || hold.state().equals("CONFIRMING"))
                findings.stuck("%s is over".formatted(end.stream()), "still reserved: " + hold);
    }

    /** A fee of an order that ended before its card was declined, or before its owner had confirmed it, is owed: nothing is there to take it of. */
    private static boolean neverReserved(Event end, List<Event> events) {
        return end.type().equals("OrderCancelled")
                && happened(events, "AuthorisationDeclined")
                && !happened(events, "PaymentAuthorised");
    }

    private static boolean happened(List<Event> events, String type) {
        return events.stream().anyMatch(event -> event.type().equals(type));
    }

    private void same(String told, long promised, String what, long there, boolean mayBeLess) {
        if (there > promised) findings.twice(told, "%d %s".formatted(there, what));
        if (there < promised && !mayBeLess) findings.lost(told, "%d %s".formatted(there, what));
    }

    private static long sum(List<Event> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .mapToLong(event -> event.amount("amount"))
                .sum();
    }

    private static long cardTips(List<Event> events) {
        return sum(
                events.stream()
                        .filter(event -> event.body()
                                .path("method")
                                .path("type")
                                .asString("")
                                .equals("Card"))
                        .toList(),
                "TipPaid");
    }

    private long taken(String payment, boolean tips) {
        return holds.getOrDefault(payment, List.of()).stream()
                .filter(hold -> hold.what().equals("tip") == tips)
                .mapToLong(hold -> hold.taken() - hold.given())
                .sum();
    }

    /** Every call that was asked for has come to an end, once. */
    private void answered(Event asked) {
        String call = asked.text("call_id");
        List<String> ends = ANSWERS.getOrDefault(asked.type(), List.of());
        List<Event> answers = streams.getOrDefault(asked.stream(), List.of()).stream()
                .filter(event -> ends.contains(event.type()))
                .filter(event -> event.text("call_id").equals(call))
                .toList();
        if (answers.isEmpty()) findings.stuck(asked.type() + " " + call, "no answer");
        if (answers.size() > 1) findings.twice(asked.type() + " " + call, "answers " + answers.size());
    }

    private void payouts() {
        Map<String, Event> asked = new LinkedHashMap<>();
        kept.of("PayoutRequested").forEach(request -> {
            Event before = asked.put(request.stream(), request);
            if (before != null) findings.twice("one payout " + request.stream(), "two requests");
        });
        Map<String, Transfer> sent = new HashMap<>();
        kept.transfers().forEach(transfer -> sent.put(transfer.call(), transfer));
        Map<String, Long> paid = kept.of("PayoutPaid", "PayoutReturned")
                .collect(Collectors.groupingBy(Event::stream, Collectors.counting()));
        asked.values().forEach(request -> payout(request, sent.remove(request.text("call_id")), paid));
        sent.values().forEach(transfer -> findings.twice("no payout " + transfer.call(), transfer.toString()));
    }

    private void payout(Event request, @Nullable Transfer transfer, Map<String, Long> paid) {
        String promised = "payout %s of %d".formatted(request.stream(), request.amount("amount"));
        if (transfer == null) findings.lost(promised, "no transfer in the bank's book");
        else if (transfer.amount() != request.amount("amount")) findings.twice(promised, transfer.toString());
        long ends = paid.getOrDefault(request.stream(), 0L);
        if (ends == 0) findings.stuck(promised, "no end of it");
        if (ends > 1) findings.twice(promised, ends + " ends");
    }
}
