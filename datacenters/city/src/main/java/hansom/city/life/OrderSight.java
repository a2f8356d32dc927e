package hansom.city.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.Set;

/** What one person has been told of one order. It believes the newest, and says when it is told what cannot be. */
public final class OrderSight {
    private static final Set<String> OVER =
            Set.of("completed", "rider_canceled", "driver_canceled", "operator_canceled", "no_drivers_available");
    private static final Set<String> AFTER_THE_START = Set.of("in_progress", "completed", "operator_canceled");

    private JsonNode order = MissingNode.getInstance();
    private long version = -1;

    /** Takes in the order as just told; what came before is nothing new. The complaint says what is wrong. */
    public Optional<String> told(JsonNode now) {
        long told = now.path("version").asLong(-1);
        String before = status();
        String after = now.path("status").asText("");
        if (told < version) return Optional.empty();
        if (told == version)
            return before.equals(after)
                    ? Optional.empty()
                    : Optional.of("%s and %s in one version".formatted(before, after));
        boolean cannotBe =
                over() ? !after.equals(before) : before.equals("in_progress") && !AFTER_THE_START.contains(after);
        order = now;
        version = told;
        if (cannotBe) return Optional.of("%s after %s".formatted(after, before));
        return completed() ? wrongFare() : Optional.empty();
    }

    private Optional<String> wrongFare() {
        JsonNode fare = order.path("fare");
        if (Sums.minor(fare.path("total")) > Sums.minor(order.path("most")))
            return Optional.of("fare %s above the promised most %s".formatted(fare.path("total"), order.path("most")));
        return Sums.wrongIn(fare);
    }

    public JsonNode order() {
        return order;
    }

    public long version() {
        return version;
    }

    public String status() {
        return order.path("status").asText("");
    }

    public boolean is(String status) {
        return status().equals(status);
    }

    public boolean over() {
        return OVER.contains(status());
    }

    public boolean completed() {
        return is("completed");
    }

    public String driver() {
        return order.path("driver").path("person").path("driver_id").asText("");
    }
}
