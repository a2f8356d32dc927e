package hansom.engines.axon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** An event as a row can keep it: all that a handler may ask of it, the position in the stream left out. */
record WrittenEvent(
        String id,
        Instant at,
        String payloadType,
        @Nullable String revision,
        String payload,
        String metaData,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        long sequenceNumber,
        boolean replay) {

    private static final GlobalSequenceTrackingToken BEFORE = new GlobalSequenceTrackingToken(0);
    private static final GlobalSequenceTrackingToken AFTER = new GlobalSequenceTrackingToken(1);

    static WrittenEvent of(EventMessage<?> event, Serializer serializer) {
        var payload = serializer.serialize(event.getPayload(), String.class);
        var metaData = serializer.serialize(event.getMetaData(), String.class);
        var domain = event instanceof DomainEventMessage<?> message ? message : null;
        return new WrittenEvent(
                event.getIdentifier(),
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metaData.getData(),
                domain == null ? null : domain.getType(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                ReplayToken.isReplay(event));
    }

    EventMessage<?> read(Serializer serializer, PastShapes pastShapes) {
        Object body = pastShapes.read(
                new GenericDomainEventEntry<>(
                        aggregateType,
                        aggregateId == null ? id : aggregateId,
                        sequenceNumber,
                        id,
                        at,
                        payloadType,
                        revision,
                        payload,
                        metaData),
                serializer);
        MetaData context = serializer.deserialize(
                new SimpleSerializedObject<>(metaData, String.class, MetaData.class.getName(), null));
        Supplier<Instant> when = () -> at;
        var message = new GenericMessage<>(id, body, context);
        if (aggregateId == null || aggregateType == null) {
            var plain = new GenericEventMessage<>(message, when);
            return replay ? new GenericTrackedEventMessage<>(replayed(), plain) : plain;
        }
        return replay
                ? new GenericTrackedDomainEventMessage<>(
                        replayed(), aggregateType, aggregateId, sequenceNumber, message, when)
                : new GenericDomainEventMessage<>(aggregateType, aggregateId, sequenceNumber, message, when);
    }

    private static TrackingToken replayed() {
        return ReplayToken.createReplayToken(AFTER, BEFORE);
    }

    /** The columns of the row that keep it. */
    Map<String, @Nullable Object> columns() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("event", id);
        columns.put("at", at.toString());
        columns.put("payloadType", payloadType);
        columns.put("revision", revision);
        columns.put("payload", payload);
        columns.put("metaData", metaData);
        columns.put("aggregateType", aggregateType);
        columns.put("aggregateId", aggregateId);
        columns.put("sequence", sequenceNumber);
        columns.put("replay", replay);
        return columns;
    }
}
