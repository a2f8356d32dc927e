package hansom.edge.signin;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.engines.keys.KeyedHash;
import hansom.engines.keys.Secrets;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The six digits sent to a phone: they hold for two minutes and five attempts, and are kept as a keyed hash only. */
@Component
class PhoneCodes {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 5;
    private static final String KEY = "signin:code:";

    private static final String KEEP = """
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'code', ARGV[1], 'left', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """;

    private static final String TRY = """
            local code = redis.call('HGET', KEYS[1], 'code')
            if not code then return 0 end
            local left = redis.call('HINCRBY', KEYS[1], 'left', -1)
            if code == ARGV[1] then redis.call('DEL', KEYS[1]) return 1 end
            if left <= 0 then redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private final StatefulRedisConnection<String, String> redis;
    private final KeyedHash hash;
    private final CodeChannel channel;
    private final SigninMeters meters;
    private final SecureRandom random = new SecureRandom();

    PhoneCodes(
            StatefulRedisConnection<String, String> redis, Secrets secrets, CodeChannel channel, SigninMeters meters) {
        this.redis = redis;
        this.hash = new KeyedHash(secrets.bytes("signin.codes"));
        this.channel = channel;
        this.meters = meters;
    }

    /** Sends a new code; the one before it holds no longer. */
    void send(PhoneNumber phone, Locale language) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        redis.sync()
                .eval(
                        KEEP,
                        ScriptOutputType.INTEGER,
                        new String[] {key(phone)},
                        hashed(phone, code),
                        Integer.toString(ATTEMPTS),
                        Long.toString(LIFE.toMillis()));
        channel.send(phone, code, language);
        meters.codeSent();
    }

    /** Takes the code when it is the right one, so that it never works again; refuses any other. */
    void take(PhoneNumber phone, String code) {
        Long right = redis.sync().eval(TRY, ScriptOutputType.INTEGER, new String[] {key(phone)}, hashed(phone, code));
        if (right == null || right != 1) throw new Refused(RefusalCode.CODE_WRONG);
    }

    /** The number under a keyed hash, to count by. */
    String name(PhoneNumber phone) {
        return hash.of(phone.digits());
    }

    private String key(PhoneNumber phone) {
        return KEY + name(phone);
    }

    private String hashed(PhoneNumber phone, String code) {
        return hash.of(phone.digits() + " " + code);
    }
}
