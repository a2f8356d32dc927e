package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.Key;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A token that was found genuine is not reckoned again, and nothing else passes because of it. */
class KnownSignaturesTest {
    private static final int MOST = 3;

    private final RSAKey ours = key();
    private int reckoned;

    private final KnownSignatures known = new KnownSignatures(MOST) {
        @Override
        JWSVerifier reckoning(JWSHeader header, Key key) throws JOSEException {
            return new Counting(super.reckoning(header, key));
        }
    };

    @Test
    void reckonsEachTokenOnce() throws Exception {
        JWSObject token = signed("anna", ours);
        for (int i = 0; i < 5; i++) assertThat(passes(token, ours)).isTrue();
        assertThat(reckoned).isEqualTo(1);
    }

    @Test
    void neverKnowsAForgedOne() throws Exception {
        JWSObject token = signed("anna", ours);
        JWSObject other = signed("ben", ours);
        assertThat(passes(token, ours)).isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(passes(token.getHeader(), other.getSigningInput(), token.getSignature()))
                    .isFalse();
            assertThat(passes(token.getHeader(), token.getSigningInput(), other.getSignature()))
                    .isFalse();
            assertThat(passes(token, key())).isFalse();
        }
        assertThat(reckoned).isEqualTo(7);
    }

    @Test
    void forgetsTheOldest() throws Exception {
        JWSObject first = signed("0", ours);
        passes(first, ours);
        for (int i = 1; i <= 2 * MOST; i++) passes(signed(String.valueOf(i), ours), ours);
        int before = reckoned;
        assertThat(passes(first, ours)).isTrue();
        assertThat(reckoned).isEqualTo(before + 1);
    }

    private boolean passes(JWSObject token, RSAKey key) throws JOSEException {
        return known.createJWSVerifier(token.getHeader(), key.toRSAPublicKey())
                .verify(token.getHeader(), token.getSigningInput(), token.getSignature());
    }

    private boolean passes(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        return known.createJWSVerifier(header, ours.toRSAPublicKey()).verify(header, signed, signature);
    }

    private static JWSObject signed(String who, RSAKey key) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(who));
        token.sign(new RSASSASigner(key));
        return token;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    private final class Counting implements JWSVerifier {
        private final JWSVerifier verifier;

        Counting(JWSVerifier verifier) {
            this.verifier = verifier;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
            reckoned++;
            return verifier.verify(header, signed, signature);
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
}
