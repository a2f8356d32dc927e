package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a node answered to one call. */
record Answer(String call, int status, JsonNode body, HttpHeaders headers) {

    /** Itself, when the call was taken. */
    Answer taken() {
        assertThat(status).as("%s was answered %s", call, body).isBetween(200, 299);
        return this;
    }

    /** Checks that the call was refused with this problem, as a problem. */
    void refused(int expected, String code) {
        assertThat(body.path("code").asString(""))
                .as("%s was answered %d %s", call, status, body)
                .isEqualTo(code);
        assertThat(status).as("%s: %s", call, body).isEqualTo(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    JsonNode at(String name) {
        return body.path(name);
    }

    String text(String name) {
        return body.path(name).asString("");
    }
}
