package hansom.engines.axon;

import java.util.Arrays;

/** What a processor is for; told by how its {@code @ProcessingGroup} begins. */
enum ProcessorKind {
    /** A view: rows and token commit together; what fails is parked; may be filled anew beside itself. */
    PROJECTION("query."),
    /** Sagas: each step commits by itself; what fails is parked; never replayed. */
    SAGA("saga."),
    /** Something in memory that is fed anew at each start from the events of the last hours. */
    FOLLOWER("geo."),
    /** The same, for a glance at the whole city. */
    GLANCE("city."),
    /** A list of calls to the outside world: like a view, but never replayed. */
    WORK("work.");

    private final String prefix;

    ProcessorKind(String prefix) {
        this.prefix = prefix;
    }

    static ProcessorKind of(String processor) {
        return Arrays.stream(values())
                .filter(kind -> processor.startsWith(kind.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The processing group %s begins with none of query. saga. geo. city. work."
                                .formatted(processor)));
    }
}
