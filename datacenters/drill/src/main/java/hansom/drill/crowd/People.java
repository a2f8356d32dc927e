package hansom.drill.crowd;

import java.time.Duration;

/** Those under whom a node is broken: they write down what they are promised, and outlive every outage. */
public interface People {
    /** They come, sign in and begin to ride. */
    void begin() throws Exception;

    /** Waits until they ride, or patience ends. */
    void isBusy(Duration patience) throws Exception;

    /** Nobody orders any more; what was ordered is driven, then the drivers go home. True when all of that came to its end in time. */
    boolean goesHome(Duration patience) throws Exception;

    Tally tally();
}
