package hansom.city.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.street.Spot;
import java.util.Optional;

/** Reads and writes JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ObjectNode point(Spot spot) {
        return object().put("lat", rounded(spot.lat())).put("lng", rounded(spot.lng()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    public static Spot spot(JsonNode point) {
        return new Spot(point.path("lat").asDouble(), point.path("lng").asDouble());
    }

    public static ObjectNode money(long minor, String currency) {
        return object().put("amount_minor", minor).put("currency", currency);
    }

    /** Empty when it is not JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException neverOfTrees) {
            throw new IllegalStateException(neverOfTrees);
        }
    }
}
