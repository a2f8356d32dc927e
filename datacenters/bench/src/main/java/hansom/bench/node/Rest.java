package hansom.bench.node;

/** A pause; a thread that is told to stop meanwhile stops. */
public final class Rest {
    private Rest() {}

    public static void ofMillis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
