package hansom.city.phone;

/** The node has been away for longer than anybody waits. */
public final class NodeGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeGone(String url) {
        super("no answer from " + url);
    }
}
