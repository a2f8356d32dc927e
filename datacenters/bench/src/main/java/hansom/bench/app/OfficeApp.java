package hansom.bench.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first operator's console: made by the one-time code that lies in the node's folder, then signed in with a second factor. */
public final class OfficeApp extends Phone {
    private static final String PASSWORD = "a long enough one";
    private static final int STEP_SECONDS = 30;

    private final String secret;

    public OfficeApp(Wire wire, Path data) throws IOException {
        super(wire);
        secret = post(
                        "/v1/ops/setup",
                        Map.of(
                                "code",
                                Files.readString(data.resolve("operator-setup.txt"))
                                        .strip(),
                                "name",
                                "olga",
                                "password",
                                PASSWORD))
                .orRefused()
                .text("totp_secret");
        signIn();
    }

    /** Signs in; each code of the second factor works once, so not twice within half a minute. */
    public void signIn() {
        use(tokens(Map.of(
                "client_id", "hansom-office",
                "grant_type", "urn:hansom:params:oauth:grant-type:operator",
                "name", "olga",
                "password", PASSWORD,
                "totp", totp(Instant.now()))));
    }

    /** Six digits of RFC 6238 for the half minute of an instant. */
    private String totp(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / STEP_SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 0xF;
            return "%06d".formatted((ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7FFF_FFFF) % 1_000_000);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    private static byte[] base32(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.replace("=", "").toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xFF);
            }
        }
        return bytes.toByteArray();
    }
}
