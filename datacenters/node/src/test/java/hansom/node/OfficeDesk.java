package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;

/** The operator's desk: set up once with the code that the node left in its folder, signed in with a second factor. */
final class OfficeDesk extends Phone {
    private static final String PASSWORD = "correct horse battery";
    private static @Nullable OfficeDesk first;

    private OfficeDesk(String url) {
        super(url);
    }

    /** The first operator of the shared node. */
    static synchronized OfficeDesk of(RunningNode node) {
        OfficeDesk desk = first;
        if (desk == null) first = desk = of(node.url(), node.data());
        return desk;
    }

    /** The first operator of a fresh node. */
    static OfficeDesk of(String url, Path data) {
        try {
            OfficeDesk desk = new OfficeDesk(url);
            String code = Files.readString(data.resolve("operator-setup.txt")).trim();
            Map<String, String> setup = Map.of("code", code, "name", "olga", "password", PASSWORD);
            Answer made = desk.post("/v1/ops/setup", setup).taken();
            assertThat(desk.post("/v1/ops/setup", setup).status())
                    .as("the code works once")
                    .isGreaterThanOrEqualTo(400);
            desk.use(desk.form(
                            "/oauth2/token",
                            Map.of(
                                    "client_id", "hansom-office",
                                    "grant_type", "urn:hansom:params:oauth:grant-type:operator",
                                    "name", "olga",
                                    "password", PASSWORD,
                                    "totp", totp(made.text("totp_secret"), Instant.now())))
                    .taken());
            return desk;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Six digits of RFC 6238 for the half minute of an instant. */
    static String totp(String secret, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException unavailable) {
            throw new AssertionError(unavailable);
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
