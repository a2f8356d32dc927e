package hansom.command.fare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.contract.fare.Quote;
import hansom.engines.json.MessageMapper;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Signs a quote with all that it was made of: HMAC-SHA-256 over its JSON with the keys of maps and the members of sets in order. */
@Component
class QuoteSeal {
    private static final ObjectMapper JSON =
            MessageMapper.create().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final KeyedHash hash;

    @Autowired
    QuoteSeal(Secrets secrets) {
        this(secrets.bytes("quote"));
    }

    QuoteSeal(byte[] key) {
        this.hash = new KeyedHash(key);
    }

    Quote sealed(Quote quote) {
        return quote.sealedWith(of(quote));
    }

    /** Whether the quote carries our seal; takes the same time for every wrong one. */
    boolean isGenuine(Quote quote) {
        return MessageDigest.isEqual(
                of(quote).getBytes(StandardCharsets.UTF_8), quote.seal().getBytes(StandardCharsets.UTF_8));
    }

    private String of(Quote quote) {
        ObjectNode tree = JSON.valueToTree(quote.sealedWith(""));
        if (tree.get("wishes") instanceof ArrayNode wishes) tree.set("wishes", inOrder(wishes));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(JSON.writeValueAsBytes(tree)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a quote could not be written", impossible);
        }
    }

    private static ArrayNode inOrder(ArrayNode set) {
        List<JsonNode> members = new ArrayList<>();
        set.forEach(members::add);
        members.sort(Comparator.comparing(JsonNode::asText));
        return JSON.createArrayNode().addAll(members);
    }
}
