package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void agreesWithTheExamplesOfTheStandard() {
        assertThat(totp.digits(59 / 30)).isEqualTo("287082");
        assertThat(totp.digits(1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(totp.digits(20_000_000_000L / 30)).isEqualTo("353130");
        assertThat(totp.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void takesTheStepsNextToTheCurrentOneAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_109L);
        long step = now.getEpochSecond() / 30;
        assertThat(totp.step(totp.digits(step - 1), now)).hasValue(step - 1);
        assertThat(totp.step(totp.digits(step + 1), now)).hasValue(step + 1);
        assertThat(totp.step(totp.digits(step + 2), now)).isEmpty();
        assertThat(totp.step("", now)).isEmpty();
    }
}
