package hansom.city.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that came over the live connection. */
public record Frame(
        String type,
        @Nullable Long seq,
        @Nullable String orderId,
        @Nullable Long version,
        JsonNode data) {
    /** What nobody needs to remember. */
    private static final Set<String> PASSING =
            Set.of("heartbeat", "pong", "position", "eta", "way", "welcome", "renewed");

    /** Types that count in the feed. */
    private static final Set<String> OF_THE_FEED = Set.of("order", "payment", "shift", "offer", "rating", "payout");

    /** Empty when it is not as the AsyncAPI document says. */
    static Optional<Frame> read(String text) {
        return Json.read(text).filter(JsonNode::isObject).flatMap(Frame::of);
    }

    private static Optional<Frame> of(JsonNode node) {
        String type = node.path("type").asText("");
        Long seq = node.hasNonNull("seq") ? (Long) node.get("seq").asLong() : null;
        Long version = node.hasNonNull("version") ? (Long) node.get("version").asLong() : null;
        String order = node.hasNonNull("order_id") ? node.get("order_id").asText() : null;
        boolean fed = OF_THE_FEED.contains(type);
        boolean whole = !type.isEmpty() && node.hasNonNull("ts") && (!fed || (seq != null && node.has("data")));
        return whole ? Optional.of(new Frame(type, seq, order, version, node.path("data"))) : Optional.empty();
    }

    boolean passing() {
        return PASSING.contains(type);
    }

    public boolean is(String wanted) {
        return type.equals(wanted);
    }
}
