package hansom.engines.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a fresh random 96-bit nonce before each text (NIST SP 800-38D); what is named beside the text is authenticated with it. */
public final class AesGcm {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /** {@code key}: 32 bytes. */
    public AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The sealed text, its nonce first. */
    public byte[] seal(byte[] text, String beside) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, beside).doFinal(text);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("AES-GCM is not available", unavailable);
        }
    }

    /** Empty when a byte was changed, or the key or what is beside is another. */
    public Optional<byte[]> open(byte[] sealed, String beside) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) return Optional.empty();
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, beside)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(text);
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("AES-GCM is not available", unavailable);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String beside) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(beside.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
