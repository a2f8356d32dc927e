package hansom.edge.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.fare.Quote;
import hansom.contract.order.OrderId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.refusal.Refused;
import hansom.edge.testing.Rides;
import hansom.engines.json.MessageMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class QuoteTokensTest {
    private static final ObjectMapper JSON = MessageMapper.create();

    private final Quote quote = Rides.quote(
            new OrderId("ord_019a0000-0000-7000-8000-000000000001"),
            new RiderId("rid_019a0000-0000-7000-8000-000000000002"));

    @Test
    void readsWhatItWrote() {
        assertThat(QuoteTokens.read(QuoteTokens.of(quote))).isEqualTo(quote);
    }

    /** Raw deflate in base64, as it was before samples. */
    @Test
    void readsTokensOfNodesBeforeThisOne() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(JSON.writeValueAsBytes(quote));
        }
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        assertThat(QuoteTokens.read(token)).isEqualTo(quote);
    }

    @Test
    void refusesWhatIsNoToken() {
        String token = QuoteTokens.of(quote);
        for (String other : new String[] {
            "", "1.", "2." + token.substring(2), token.substring(2), "1.!", token.substring(0, token.length() / 2)
        })
            assertThatThrownBy(() -> QuoteTokens.read(other))
                    .as(other)
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.QUOTE_ALTERED));
    }
}
