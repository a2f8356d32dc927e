package hansom.engines.axon;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The last events that a saga has handled, oldest first: as many as a batch of its processor can hold, for no more can
 * be delivered again after a crash. They are loaded with the saga and written with it, in the same transaction.
 */
record HandledEvents(List<String> ids) {

    /** No batch of a saga's processor may be larger. */
    static final int KEPT = 32;

    private static final String RESOURCE = "hansom.handled.";

    HandledEvents {
        ids = List.copyOf(ids);
    }

    static HandledEvents read(@Nullable String written) {
        return new HandledEvents(written == null || written.isEmpty() ? List.of() : List.of(written.split(" ")));
    }

    /** What is known of the saga in the current unit of work; nothing for one that has just begun. */
    static HandledEvents of(String sagaId) {
        return CurrentUnitOfWork.get().getOrDefaultResource(RESOURCE + sagaId, new HandledEvents(List.of()));
    }

    void remember(String sagaId) {
        CurrentUnitOfWork.get().resources().put(RESOURCE + sagaId, this);
    }

    boolean contains(String event) {
        return ids.contains(event);
    }

    HandledEvents and(String event) {
        if (contains(event)) return this;
        var more = new ArrayList<>(ids);
        more.add(event);
        return new HandledEvents(more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }

    String written() {
        return String.join(" ", ids);
    }
}
