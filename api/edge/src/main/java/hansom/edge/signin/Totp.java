package hansom.edge.signin;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The second factor (RFC 6238): six digits from a shared secret and the half minute, as every authenticator app makes them. */
final class Totp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    byte[] secret() {
        return secret.clone();
    }

    static Totp fresh() {
        byte[] secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        return new Totp(secret);
    }

    /** The step for which the digits are right, the one before and the one after included; empty when there is none. */
    OptionalLong step(String digits, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - 1; step <= current + 1; step++) {
            byte[] right = digits(step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, digits.getBytes(StandardCharsets.US_ASCII))) return OptionalLong.of(step);
        }
        return OptionalLong.empty();
    }

    String digits(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(at) & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("HmacSHA1 is not available", unavailable);
        }
    }

    /** The secret as people type it into an authenticator. */
    String base32() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret) {
            held = (held << 8) | (next & 0xFF);
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt((held >> (bits - 5)) & 31));
                bits -= 5;
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    /** The reverse of {@link #base32}. */
    static Totp ofBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int letter = 0; letter < text.length(); letter++) {
            held = (held << 5) | BASE32.indexOf(text.charAt(letter));
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte) (held >> bits);
            held &= (1 << bits) - 1;
        }
        return new Totp(bytes);
    }

    /** What the authenticator reads as a picture. */
    String url(String name) {
        return "otpauth://totp/Hansom:%s?secret=%s&issuer=Hansom&algorithm=SHA1&digits=6&period=30"
                .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"), base32());
    }
}
