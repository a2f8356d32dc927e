package hansom.edge.signin;

import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where codes go in the sandbox, in place of a phone: a developer reads them there until they expire. */
@Component
@Profile("sandbox")
class SandboxOutbox implements CodeChannel {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String KEY = "sandbox:code:";

    private final StatefulRedisConnection<String, String> redis;
    private final KeyedHash hash;

    SandboxOutbox(StatefulRedisConnection<String, String> redis, Secrets secrets) {
        this.redis = redis;
        this.hash = new KeyedHash(secrets.bytes("signin.outbox"));
    }

    @Override
    public void send(PhoneNumber phone, String code, Locale language) {
        redis.sync().set(key(phone), code, SetArgs.Builder.ex(LIFE));
    }

    Optional<String> last(PhoneNumber phone) {
        return Optional.ofNullable(redis.sync().get(key(phone)));
    }

    private String key(PhoneNumber phone) {
        return KEY + hash.of(phone.digits());
    }
}
