package hansom.engines.axon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How far each processor has come, in the database of the views, so that a row and the token that covers it commit
 * together. A segment belongs to one node at a time; the node's name outlives its process, so that a node which was
 * killed goes on at once, while others wait until its claim is too old.
 *
 * <p>Claims are taken by a conditional update that is then read back: that is safe with row locks as with serializable
 * transactions, and relies on no update count. Real time, never the business clock, tells the age of a claim.
 */
final class SqlTokenStore implements TokenStore {

    private static final String CONFIG = "__config";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Serializer serializer;
    private final String node;
    private final Duration claimTimeout;
    private final InstantSource realTime;

    SqlTokenStore(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Serializer serializer,
            String node,
            Duration claimTimeout,
            InstantSource realTime) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.serializer = serializer;
        this.node = node;
        this.claimTimeout = claimTimeout;
        this.realTime = realTime;
    }

    @Override
    public void initializeTokenSegments(String processor, int segmentCount) {
        initializeTokenSegments(processor, segmentCount, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segmentCount, @Nullable TrackingToken initialToken) {
        transactions.executeWithoutResult(_ -> {
            if (fetchSegments(processor).length > 0) {
                throw new UnableToClaimTokenException("%s has segments already".formatted(processor));
            }
            for (int segment = 0; segment < segmentCount; segment++) insert(processor, segment, initialToken);
        });
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        transactions.executeWithoutResult(_ -> {
            if (find(processor, segment).isPresent()) {
                throw new UnableToInitializeTokenException("%s[%d] is there".formatted(processor, segment));
            }
            insert(processor, segment, token);
        });
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        var written = Written.of(token, serializer);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                    UPDATE token_entry SET token = :token, token_type = :type, claimed_at = :now
                    WHERE processor = :processor AND segment = :segment AND owner = :node""")
                    .param("token", written.json())
                    .param("type", written.type())
                    .param("now", realTime.millis())
                    .param("processor", processor)
                    .param("segment", segment)
                    .param("node", node)
                    .update();
            owned(processor, segment);
        });
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return transactions.execute(_ -> {
            claim(processor, segment);
            return owned(processor, segment).token(serializer);
        });
    }

    /** Where a segment stands, whoever owns it; absent when its stream has not begun. */
    @Nullable
    TrackingToken peek(String processor, int segment) {
        return find(processor, segment).map(entry -> entry.token(serializer)).orElse(null);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        transactions.executeWithoutResult(_ -> {
            claim(processor, segment);
            owned(processor, segment);
        });
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.sql("""
                UPDATE token_entry SET owner = NULL
                WHERE processor = :processor AND segment = :segment AND owner = :node""")
                .params(Map.of("processor", processor, "segment", segment, "node", node))
                .update();
    }

    @Override
    public void deleteToken(String processor, int segment) {
        transactions.executeWithoutResult(_ -> {
            owned(processor, segment);
            jdbc.sql("DELETE FROM token_entry WHERE processor = :processor AND segment = :segment")
                    .params(Map.of("processor", processor, "segment", segment))
                    .update();
        });
    }

    @Override
    public int[] fetchSegments(String processor) {
        return jdbc
                .sql("SELECT segment FROM token_entry WHERE processor = :processor ORDER BY segment")
                .param("processor", processor)
                .query(Integer.class)
                .list() // a stream straight from the database keeps its connection until it is closed
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        int[] all = fetchSegments(processor);
        return Arrays.stream(all)
                .filter(segment ->
                        find(processor, segment).filter(this::mayClaim).isPresent())
                .mapToObj(segment -> Segment.computeSegment(segment, all))
                .toList();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return transactions.execute(_ -> {
            var known = find(CONFIG, 0).map(entry -> entry.token(serializer));
            if (known.isPresent() && known.get() instanceof ConfigToken config) return Optional.of(config.get("id"));
            var id = UUID.randomUUID().toString();
            insert(CONFIG, 0, new ConfigToken(Map.of("id", id)));
            return Optional.of(id);
        });
    }

    private void claim(String processor, int segment) {
        long now = realTime.millis();
        jdbc.sql("""
                UPDATE token_entry SET owner = :node, claimed_at = :now
                WHERE processor = :processor AND segment = :segment
                  AND (owner IS NULL OR owner = :node OR claimed_at < :stale)""")
                .param("node", node)
                .param("now", now)
                .param("processor", processor)
                .param("segment", segment)
                .param("stale", now - claimTimeout.toMillis())
                .update();
    }

    private Entry owned(String processor, int segment) {
        return find(processor, segment)
                .filter(entry -> node.equals(entry.owner()))
                .orElseThrow(() -> new UnableToClaimTokenException(
                        "%s[%d] is not there or belongs to another node".formatted(processor, segment)));
    }

    private boolean mayClaim(Entry entry) {
        return entry.owner() == null
                || entry.owner().equals(node)
                || entry.claimedAt() < realTime.millis() - claimTimeout.toMillis();
    }

    private Optional<Entry> find(String processor, int segment) {
        return jdbc.sql("""
                SELECT token, token_type, owner, claimed_at FROM token_entry
                WHERE processor = :processor AND segment = :segment""")
                .params(Map.of("processor", processor, "segment", segment))
                .query((row, _) -> new Entry(
                        new Written(row.getString("token"), row.getString("token_type")),
                        row.getString("owner"),
                        row.getLong("claimed_at")))
                .optional();
    }

    private void insert(String processor, int segment, @Nullable TrackingToken token) {
        var written = Written.of(token, serializer);
        jdbc.sql("""
                INSERT INTO token_entry (processor, segment, token, token_type, owner, claimed_at)
                VALUES (:processor, :segment, :token, :type, NULL, 0)""")
                .param("processor", processor)
                .param("segment", segment)
                .param("token", written.json())
                .param("type", written.type())
                .update();
    }

    /** One row: where a processor stands on one segment, and whose it is since when (milliseconds of real time). */
    private record Entry(Written written, @Nullable String owner, long claimedAt) {
        @Nullable
        TrackingToken token(Serializer serializer) {
            return written.read(serializer);
        }
    }

    /** A token as text beside the name of its class; both absent when the stream has not begun. */
    private record Written(@Nullable String json, @Nullable String type) {
        static Written of(@Nullable TrackingToken token, Serializer serializer) {
            if (token == null) return new Written(null, null);
            var serialized = serializer.serialize(token, String.class);
            return new Written(serialized.getData(), serialized.getType().getName());
        }

        @Nullable
        TrackingToken read(Serializer serializer) {
            if (json == null || type == null) return null;
            return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, type, null));
        }
    }
}
