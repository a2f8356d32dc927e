package hansom.city.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6238, their last six digits. */
class TotpTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void saysTheDigitsOfTheHour() {
        assertThat(Totp.at(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.at(SECRET, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(Totp.at(SECRET, Instant.ofEpochSecond(2_000_000_000))).isEqualTo("279037");
    }
}
