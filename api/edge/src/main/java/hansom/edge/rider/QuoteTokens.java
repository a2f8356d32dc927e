package hansom.edge.rider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.fare.Quote;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.DataFormatException;

/**
 * A quote as one word that an app carries from the quote to the order: the whole sealed quote, packed. Nothing is kept here; whether it is
 * genuine is found by its seal where the order is decided.
 */
final class QuoteTokens {
    private static final int MOST_BYTES = 256 * 1024;
    /** What a token begins with that was packed with the first sample; another sample needs another beginning. */
    private static final String PACKED = "1.";

    private static final ObjectMapper JSON = MessageMapper.create();
    private static final Packing PACKING = Packing.with("quote-1.json");
    /** For tokens that a node before this one gave. */
    private static final Packing PLAIN = Packing.plain();

    private QuoteTokens() {}

    static String of(Quote quote) {
        try {
            return PACKED
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(PACKING.pack(JSON.writeValueAsBytes(quote)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a quote cannot be written", unwritable);
        }
    }

    /** Refused quote_altered when it is not a quote at all. */
    static Quote read(String token) {
        try {
            byte[] json = token.startsWith(PACKED)
                    ? PACKING.unpack(bytes(token.substring(PACKED.length())), MOST_BYTES)
                    : PLAIN.unpack(bytes(token), MOST_BYTES);
            Quote quote = JSON.readValue(json, Quote.class);
            if (quote == null) throw new Refused(RefusalCode.QUOTE_ALTERED);
            return quote;
        } catch (IOException | DataFormatException | IllegalArgumentException | NullPointerException notAQuote) {
            throw new Refused(RefusalCode.QUOTE_ALTERED);
        }
    }

    private static byte[] bytes(String word) {
        return Base64.getUrlDecoder().decode(word);
    }
}
