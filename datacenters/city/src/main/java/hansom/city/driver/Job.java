package hansom.city.driver;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.OrderSight;
import hansom.city.phone.Json;
import hansom.city.street.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order that a driver has: how far he is with it, and where he must go next. */
final class Job {
    private final String order;
    private final int number;
    private final OrderSight sight = new OrderSight();
    private Phase phase = Phase.TO_PICKUP;
    private int passed;
    private double since;

    /** What he is doing for it. */
    enum Phase {
        TO_PICKUP,
        AT_PICKUP,
        DRIVING,
        SET_DOWN;

        /** What is to be done for an order that stands so; nothing for one that nobody drives. */
        static Optional<Phase> of(String status) {
            return switch (status) {
                case "accepted" -> Optional.of(TO_PICKUP);
                case "arrived" -> Optional.of(AT_PICKUP);
                case "in_progress" -> Optional.of(DRIVING);
                default -> Optional.empty();
            };
        }
    }

    Job(String order, int number, double now) {
        this.order = order;
        this.number = number;
        this.since = now;
    }

    String order() {
        return order;
    }

    int number() {
        return number;
    }

    OrderSight sight() {
        return sight;
    }

    Phase phase() {
        return phase;
    }

    void enter(Phase next, double now) {
        phase = next;
        since = now;
    }

    double since() {
        return since;
    }

    /** The points still to be passed in this phase. */
    private List<Spot> ahead() {
        JsonNode told = sight.order();
        List<Spot> ahead = new ArrayList<>();
        if (phase == Phase.TO_PICKUP || phase == Phase.AT_PICKUP) return List.of(Json.spot(told.path("pickup")));
        for (JsonNode stop : told.path("stops")) ahead.add(Json.spot(stop));
        ahead.add(Json.spot(told.path("drop_off")));
        return ahead.subList(Math.min(passed, ahead.size() - 1), ahead.size());
    }

    Spot next() {
        return ahead().getFirst();
    }

    /** Whether what comes next is the end of the trip. */
    boolean nextIsTheEnd() {
        return ahead().size() == 1;
    }

    /** The number of the stop that was just reached, from 1. */
    int reachStop() {
        return ++passed;
    }
}
