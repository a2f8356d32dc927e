package hansom.bench.app;

/** A call got no answer: nobody knows whether it was taken. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String call, Throwable cause) {
        super(call + " was not answered", cause);
    }
}
