package hansom.engines.work;

import java.time.Duration;

/** Makes the outside calls of one kind. A call may be made again after a crash, so the other side must know it by {@link Work#id()}. */
public interface Worker {
    String kind();

    /** Makes the call; what is thrown counts as {@link Outcome.Again} after a pause that grows with the attempts. */
    Outcome perform(Work work);

    /** How a call ended. */
    sealed interface Outcome {
        /** The call was made and its answer was reported; it is never made again. */
        record Done() implements Outcome {}

        /** Not known yet, or not now: ask again after this pause. */
        record Again(Duration after, String why) implements Outcome {}

        /** No repetition can help; a person must look at it. */
        record Hopeless(String why) implements Outcome {}
    }
}
