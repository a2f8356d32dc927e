package hansom.edge.live;

/** Why the node ends a live connection: the WebSocket close codes of the application range, as the AsyncAPI document lists them. */
enum CloseCode {
    GOING_AWAY(1001, "the node is stopping; connect again"),
    MALFORMED(4400, "a frame was not understood"),
    UNAUTHENTICATED(4401, "no valid token; sign in or renew, then connect again"),
    REVOKED(4403, "the token was revoked; sign in again"),
    HELLO_MISSING(4408, "no hello frame within ten seconds"),
    TOO_MANY_FRAMES(4429, "more frames than allowed; connect again after a minute"),
    UNAVAILABLE(4503, "a part of the service does not answer; connect again with back-off");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
