package hansom.engines.axon;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * How one processor differs from the others of its kind; a bean of the module that names the processing group.
 *
 * @param processor the processing group
 * @param sequence the row that an event touches, so that events of the same row are handled in order; absent, an
 *     aggregate's events are in order and those of different aggregates are not
 * @param segments how many parts may be handled at once; fixed when the processor first starts
 */
public record ProcessorTuning(
        String processor, @Nullable Function<? super EventMessage<?>, @Nullable Object> sequence, int segments) {

    /** Rows fed by several streams: the function tells the row's key, or null for events that touch none. */
    public static ProcessorTuning byRow(String processor, Function<Object, @Nullable Object> rowOfPayload) {
        return new ProcessorTuning(processor, event -> rowOfPayload.apply(event.getPayload()), 0);
    }

    /** All events one after the other. */
    public static ProcessorTuning oneByOne(String processor) {
        return new ProcessorTuning(processor, null, 1);
    }
}
