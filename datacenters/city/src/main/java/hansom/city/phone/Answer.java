package hansom.city.phone;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back: the status, the refusal's code when it was one, and the body. */
public record Answer(int status, String code, JsonNode body) {

    public boolean ok() {
        return status / 100 == 2;
    }

    public boolean is(String refusal) {
        return code.equals(refusal);
    }

    public String text(String field) {
        return body.path(field).asText("");
    }
}
