package hansom.engines.keys;

import hansom.engines.sql.Dialect;
import hansom.engines.sql.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals a person's own texts under that person's key, made at the first need and kept wrapped under the master key. Destroying the key
 * makes everything sealed under it unreadable for ever, wherever it is kept; a destroyed key is never made again.
 */
public final class Seals {
    private static final String VERSION = "1.";
    private static final String TABLE = "person_key";
    private static final List<String> COLUMNS = List.of("person", "wrapped", "made_at", "destroyed_at");
    private static final int CACHED = 10_000;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AesGcm> cache =
            java.util.Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AesGcm> eldest) {
                    return size() > CACHED;
                }
            });

    public Seals(JdbcClient sql, Dialect dialect, Transactions transactions, MasterKey master) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.master = master;
    }

    /** The text under the person's key; throws {@link PersonErased} when the key was destroyed. */
    public String seal(String person, String text) {
        return sealBytes(person, text.getBytes(StandardCharsets.UTF_8));
    }

    public String sealBytes(String person, byte[] content) {
        AesGcm key = key(person).orElseGet(() -> make(person));
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(content, person));
    }

    /** The text again; empty when the person was erased or the sealed text was changed. */
    public Optional<String> open(String person, String sealed) {
        return openBytes(person, sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public Optional<byte[]> openBytes(String person, String sealed) {
        if (!sealed.startsWith(VERSION)) return Optional.empty();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
            return key(person).flatMap(key -> key.open(bytes, person));
        } catch (PersonErased erased) {
            return Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Erases the person: nothing sealed under the key can be opened again. Nodes that hold the key in memory drop it within a minute. */
    public void destroy(String person) {
        transactions.run(() -> sql.sql(dialect.upsert(TABLE, COLUMNS, List.of("person")))
                .param("person", person)
                .param("wrapped", new byte[0])
                .param("made_at", 0L)
                .param("destroyed_at", Instant.now().toEpochMilli())
                .update());
        cache.remove(person);
    }

    private Optional<AesGcm> key(String person) {
        AesGcm cached = cache.get(person);
        if (cached != null) return Optional.of(cached);
        return read(person).map(key -> {
            cache.put(person, key);
            return key;
        });
    }

    private Optional<AesGcm> read(String person) {
        return sql.sql("SELECT wrapped, destroyed_at FROM person_key WHERE person = :person")
                .param("person", person)
                .query((row, number) -> {
                    if (row.getLong("destroyed_at") != 0) throw new PersonErased(person);
                    return new AesGcm(master.unwrap(row.getBytes("wrapped"), person));
                })
                .optional();
    }

    private AesGcm make(String person) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        transactions.run(() -> sql.sql(dialect.insertIfAbsent(TABLE, COLUMNS, List.of("person")))
                .param("person", person)
                .param("wrapped", master.wrap(fresh, person))
                .param("made_at", Instant.now().toEpochMilli())
                .param("destroyed_at", 0L)
                .update());
        return key(person).orElseThrow(() -> new IllegalStateException("the key was written and is not there"));
    }

    /** The person's key was destroyed; nothing can be sealed under it any more. */
    public static final class PersonErased extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PersonErased(String person) {
            super(person + " was erased");
        }
    }
}
