package hansom.engines.axon;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where sagas wait between two events. Beside a saga's state lie the last events it has handled, so that an event which
 * is delivered again after a crash is not handled twice, and the instants at which it began and last moved, so that an
 * operator can see which are old.
 */
final class SqlSagaStore implements SagaStore<Object> {

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final InstantSource clock;

    SqlSagaStore(JdbcClient jdbc, Serializer serializer, InstantSource clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        return jdbc.sql("""
                SELECT saga_id FROM saga_association
                WHERE saga_type = :type AND association_key = :key AND association_value = :value""")
                .params(row(sagaType, association))
                .query(String.class)
                .set();
    }

    /** State and associations in one look: every step of every saga begins with it. */
    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaId) {
        var rows = jdbc.sql("""
                SELECT e.state, e.handled, a.association_key, a.association_value FROM saga_entry e
                LEFT JOIN saga_association a ON a.saga_id = e.saga_id WHERE e.saga_id = :id""")
                .param("id", sagaId)
                .query((row, _) -> new Kept(
                        row.getString("state"),
                        HandledEvents.read(row.getString("handled")),
                        row.getString("association_key"),
                        row.getString("association_value")))
                .list();
        return rows.isEmpty() ? null : entry(sagaType, sagaId, rows);
    }

    @Override
    public void insertSaga(Class<?> sagaType, String sagaId, Object saga, Set<AssociationValue> associations) {
        jdbc.sql("""
                INSERT INTO saga_entry (saga_id, saga_type, state, handled, started_at, updated_at)
                VALUES (:id, :type, :state, :handled, :now, :now)""")
                .param("id", sagaId)
                .param("type", nameOf(sagaType))
                .param("state", written(saga))
                .param("handled", handledNow(sagaId))
                .param("now", clock.millis())
                .update();
        associations.forEach(association -> associate(sagaType, sagaId, association));
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaId, Object saga, AssociationValues associations) {
        jdbc.sql("UPDATE saga_entry SET state = :state, handled = :handled, updated_at = :now WHERE saga_id = :id")
                .param("id", sagaId)
                .param("state", written(saga))
                .param("handled", handledNow(sagaId))
                .param("now", clock.millis())
                .update();
        associations.removedAssociations().forEach(association -> dissociate(sagaType, sagaId, association));
        associations.addedAssociations().forEach(association -> associate(sagaType, sagaId, association));
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaId, Set<AssociationValue> associations) {
        associations.forEach(association -> dissociate(sagaType, sagaId, association));
        jdbc.sql("DELETE FROM saga_entry WHERE saga_id = :id")
                .param("id", sagaId)
                .update();
    }

    private <S> Entry<S> entry(Class<S> sagaType, String sagaId, List<Kept> rows) {
        var kept = rows.getFirst();
        kept.handled().remember(sagaId);
        S saga = serializer.deserialize(
                new SimpleSerializedObject<>(kept.state(), String.class, sagaType.getName(), null));
        return new Loaded<>(
                saga, rows.stream().flatMap(Kept::association).collect(Collectors.toCollection(HashSet::new)));
    }

    private void associate(Class<?> sagaType, String sagaId, AssociationValue association) {
        jdbc.sql("""
                INSERT INTO saga_association (saga_type, association_key, association_value, saga_id)
                VALUES (:type, :key, :value, :id)""").params(row(sagaType, association)).param("id", sagaId).update();
    }

    private void dissociate(Class<?> sagaType, String sagaId, AssociationValue association) {
        jdbc.sql("""
                DELETE FROM saga_association
                WHERE saga_type = :type AND association_key = :key AND association_value = :value
                  AND saga_id = :id""").params(row(sagaType, association)).param("id", sagaId).update();
    }

    private String written(Object saga) {
        return serializer.serialize(saga, String.class).getData();
    }

    private static String handledNow(String sagaId) {
        var event = CurrentUnitOfWork.get().getMessage().getIdentifier();
        return HandledEvents.of(sagaId).and(event).written();
    }

    private static Map<String, String> row(Class<?> sagaType, AssociationValue association) {
        return Map.of("type", nameOf(sagaType), "key", association.getKey(), "value", association.getValue());
    }

    /** The simple name, so that a saga may move to another package while some of its kind are waiting. */
    private static String nameOf(Class<?> sagaType) {
        return sagaType.getSimpleName();
    }

    /** A saga and one of its associations, or none. */
    private record Kept(
            String state,
            HandledEvents handled,
            @Nullable String key,
            @Nullable String value) {
        Stream<AssociationValue> association() {
            return key == null || value == null ? Stream.empty() : Stream.of(new AssociationValue(key, value));
        }
    }

    private record Loaded<S>(S saga, Set<AssociationValue> associationValues) implements Entry<S> {}
}
