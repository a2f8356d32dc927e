package hansom.bench.app;

/** How a call gets to the node and its answer back. */
public interface Wire {
    /** The answer, or {@link Unreachable} when there was none. */
    Answer send(Call call);
}
