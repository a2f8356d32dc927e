package hansom.edge.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import hansom.engines.keys.Secrets;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.springframework.stereotype.Component;

/** The key under which access tokens are signed: made once for the installation, the same on all nodes. */
@Component
class SigningKey {
    private static final int BITS = 2048;

    private final RSAKey key;

    SigningKey(Secrets secrets) {
        byte[] kept = secrets.bytes("signin.tokens", SigningKey::make);
        try {
            key = RSAKey.parse(new String(kept, StandardCharsets.UTF_8));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("the key of access tokens cannot be read", unreadable);
        }
    }

    private static byte[] make() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException unavailable) {
            throw new IllegalStateException("RSA is not available", unavailable);
        }
    }

    JWKSet set() {
        return new JWKSet(key);
    }

    RSAKey key() {
        return key;
    }
}
