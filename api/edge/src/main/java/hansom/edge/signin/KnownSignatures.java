package hansom.edge.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks the signature of each token once: an app sends the same one with all its calls for ten minutes, and what was signed by a key stays signed
 * by it. Only hashes of what was genuine are kept (SHA-256, of what is signed and the signature), of the latest few thousand tokens. All else about
 * a token, its time and whether it was revoked, is checked with each call.
 */
class KnownSignatures extends DefaultJWSVerifierFactory {
    private final Genuine genuine;

    KnownSignatures(int most) {
        this.genuine = new Genuine(most);
    }

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        return new Remembering(reckoning(header, key), key);
    }

    /** What reckons whether a signature is genuine. */
    JWSVerifier reckoning(JWSHeader header, Key key) throws JOSEException {
        return super.createJWSVerifier(header, key);
    }

    private final class Remembering implements JWSVerifier {
        private final JWSVerifier verifier;
        private final Key key;

        Remembering(JWSVerifier verifier, Key key) {
            this.verifier = verifier;
            this.key = key;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
            String token = hash(key, signed, signature);
            if (genuine.knows(token)) return true;
            if (!verifier.verify(header, signed, signature)) return false;
            genuine.add(token);
            return true;
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return verifier.supportedJWSAlgorithms();
        }

        @Override
        public JCAContext getJCAContext() {
            return verifier.getJCAContext();
        }
    }

    private static String hash(Key key, byte[] signed, Base64URL signature) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getEncoded());
            digest.update(signed);
            digest.update((byte) '.');
            digest.update(signature.toString().getBytes(StandardCharsets.UTF_8));
            return new String(digest.digest(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException unavailable) {
            throw new IllegalStateException("SHA-256 is not available", unavailable);
        }
    }

    /** The latest, at least {@code most} and at most twice as many: when the young are so many, they become the old, and the old are forgotten. */
    private static final class Genuine {
        private final int most;
        private volatile Set<String> young = ConcurrentHashMap.newKeySet();
        private volatile Set<String> old = Set.of();

        Genuine(int most) {
            this.most = most;
        }

        boolean knows(String token) {
            if (young.contains(token)) return true;
            if (!old.contains(token)) return false;
            add(token);
            return true;
        }

        synchronized void add(String token) {
            if (young.size() >= most) {
                old = young;
                young = ConcurrentHashMap.newKeySet();
            }
            young.add(token);
        }
    }
}
