package hansom.edge.live;

/** A frame that is not as the AsyncAPI document says; the message tells which part is wrong and may be shown to the app's developer. */
class MalformedFrame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedFrame(String message) {
        super(message, null, false, false);
    }
}
