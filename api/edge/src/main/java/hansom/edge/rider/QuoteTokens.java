package hansom.edge.rider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.fare.Quote;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.json.MessageMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A quote as one word that an app carries from the quote to the order: the whole sealed quote, packed. Nothing is kept here; whether it is
 * genuine is found by its seal where the order is decided.
 */
final class QuoteTokens {
    private static final int MOST_BYTES = 256 * 1024;
    private static final ObjectMapper JSON = MessageMapper.create();

    private QuoteTokens() {}

    static String of(Quote quote) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(packed, deflater)) {
                out.write(JSON.writeValueAsBytes(quote));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a quote cannot be written", unwritable);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot be written", impossible);
        } finally {
            deflater.end();
        }
    }

    /** Refused quote_altered when it is not a quote at all. */
    static Quote read(String token) {
        Inflater inflater = new Inflater(true);
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token)), inflater)) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) throw new Refused(RefusalCode.QUOTE_ALTERED);
            Quote quote = JSON.readValue(json, Quote.class);
            if (quote == null) throw new Refused(RefusalCode.QUOTE_ALTERED);
            return quote;
        } catch (IOException | IllegalArgumentException | NullPointerException notAQuote) {
            throw new Refused(RefusalCode.QUOTE_ALTERED);
        } finally {
            inflater.end();
        }
    }
}
