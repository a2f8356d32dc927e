package hansom.edge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document is whole: all that it points to is there, and every message is described and shown. */
class AsyncApiTest {
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream("asyncapi.json")) {
            document = JsonMapper.builder().build().readTree(Objects.requireNonNull(file));
        }
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        List<String> pointers = new ArrayList<>();
        collect(document, pointers);
        assertThat(pointers).isNotEmpty().allSatisfy(pointer -> {
            assertThat(pointer).startsWith("#/");
            assertThat(document.at(pointer.substring(1)).isMissingNode())
                    .as("%s is there", pointer)
                    .isFalse();
        });
    }

    @Test
    void saysWhoSendsAndWhoReceivesEveryMessage() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.path("operations")).isNotEmpty();
        document.path("operations").properties().forEach(operation -> {
            assertThat(operation.getValue().path("action").asString())
                    .as(operation.getKey())
                    .isIn("send", "receive");
            assertThat(operation.getValue().path("channel").has("$ref"))
                    .as(operation.getKey())
                    .isTrue();
        });
    }

    @Test
    void describesTheContentOfEveryMessage() {
        JsonNode messages = document.path("components").path("messages");
        assertThat(messages).isNotEmpty();
        messages.properties()
                .forEach(message -> assertThat(message.getValue().has("payload"))
                        .as("%s says what it carries", message.getKey())
                        .isTrue());
    }

    private static void collect(JsonNode node, List<String> pointers) {
        if (node.path("$ref").isString()) pointers.add(node.path("$ref").asString());
        node.values().forEach(child -> collect(child, pointers));
    }
}
