package hansom.bench.app;

import tools.jackson.databind.JsonNode;

/** What a node answered to one call. */
public record Answer(String call, int status, JsonNode body) {

    public boolean taken() {
        return status >= 200 && status < 300;
    }

    /** Itself, when the call was taken; else a {@link Refused}. */
    public Answer orRefused() {
        if (!taken()) throw new Refused(this);
        return this;
    }

    public JsonNode at(String name) {
        return body.path(name);
    }

    public String text(String name) {
        return body.path(name).asString("");
    }

    /** The code of the problem, or nothing. */
    public String code() {
        return text("code");
    }
}
