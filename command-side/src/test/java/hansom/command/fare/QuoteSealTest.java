package hansom.command.fare;

import static hansom.command.fare.QuoteStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.contract.fare.Quote;
import hansom.contract.fare.Wish;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who holds a sealed quote can neither change it nor make one. */
class QuoteSealTest {
    private final ObjectMapper json = MessageMapper.create();

    @Test
    void holdsAfterTheQuoteHasTravelled() throws IOException {
        Quote back = json.readValue(json.writeValueAsBytes(quote()), Quote.class);
        assertThat(SEAL.isGenuine(back)).isTrue();
    }

    @Test
    void breaksWithEachChangeOfAnyPart() throws IOException {
        ObjectNode whole = json.valueToTree(quoteFor(NOON.plusSeconds(7_200)));
        assertThat(SEAL.isGenuine(json.treeToValue(whole, Quote.class))).isTrue();
        change(whole, "rider_class", "PREMIUM");
        change(whole, "product_class", "BUSINESS");
        change(whole, "order_id", OTHER_ORDER.value());
        change(whole, "rider_id", "rid_019a0000-0000-7000-8000-000000000999");
        change(whole, "pickup_at", "2026-11-24T14:00:01Z");
        change(whole, "given_at", "2026-11-24T12:00:00.000000001Z");
        change(whole, "valid_until", "2027-11-24T12:00:00Z");
        changeIn(whole, "/most", "amount_minor", 1);
        changeIn(whole, "/surge", "permille", 1_001);
        changeIn(whole, "/tariff", "commission", 0);
        changeIn(whole, "/tariff/extras/PET", "amount_minor", 0);
        changeIn(whole, "/tariff/per_km", "amount_minor", 1);
        changeIn(whole, "/route/distance", null, 20_000);
        changeIn(whole, "/waypoints/1/point", "lat", 44);
        ObjectNode without = whole.deepCopy();
        without.putArray("wishes");
        assertThat(SEAL.isGenuine(json.treeToValue(without, Quote.class))).isFalse();
    }

    /** Orders carry their quote for ever, and every node and every version must find its seal. */
    @Test
    void staysTheSameForEver() {
        assertThat(SEAL.sealed(withAllWishes(quoteFor(NOON.plusSeconds(7_200)))).seal())
                .isEqualTo("T3UuV80ZW2ls76fHkUUPDlrt-A691WzVSd3oBQ4vxPw");
    }

    private static Quote withAllWishes(Quote quote) {
        return new Quote(
                quote.orderId(),
                quote.riderId(),
                quote.riderClass(),
                quote.productClass(),
                quote.waypoints(),
                Set.of(Wish.values()),
                quote.pickupAt(),
                quote.route(),
                quote.fare(),
                quote.most(),
                quote.surge(),
                quote.tariff(),
                quote.pickupTime(),
                quote.givenAt(),
                quote.validUntil(),
                "");
    }

    @Test
    void isOnlyOurs() {
        var theirs = new QuoteSeal("another key".getBytes(StandardCharsets.UTF_8));
        assertThat(SEAL.isGenuine(theirs.sealed(quote()))).isFalse();
        for (String seal : List.of("", "x", quote().seal() + "=", quote().seal().toLowerCase(java.util.Locale.ROOT)))
            assertThat(SEAL.isGenuine(quote().sealedWith(seal))).isFalse();
    }

    private void change(ObjectNode whole, String field, String value) throws IOException {
        ObjectNode changed = whole.deepCopy();
        assertThat(changed.get(field).asText()).isNotEqualTo(value);
        changed.put(field, value);
        assertThat(SEAL.isGenuine(json.treeToValue(changed, Quote.class))).isFalse();
    }

    private void changeIn(ObjectNode whole, String pointer, @org.jspecify.annotations.Nullable String field, int value)
            throws IOException {
        ObjectNode changed = whole.deepCopy();
        JsonNode part = changed.at(pointer);
        if (part instanceof ObjectNode object) object.put(field == null ? "metres" : field, value);
        else
            ((ObjectNode) changed.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                    .put(pointer.substring(pointer.lastIndexOf('/') + 1), value);
        assertThat(changed).isNotEqualTo(whole);
        assertThat(SEAL.isGenuine(json.treeToValue(changed, Quote.class))).isFalse();
    }
}
