package hansom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.geo.MapCommand.UpdateMap;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the node says about itself: service document, OpenAPI, AsyncAPI, problems, the sandbox's clock. */
class DocumentsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static WholeEdge edge;
    private static Visitor anybody;
    private static JsonNode openApi;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open();
        anybody = edge.visitor();
        openApi = anybody.get("/v1/openapi.json").json();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    /** One operation of the document. */
    private record Op(String path, String method, JsonNode node) {
        String title() {
            return method + " " + path;
        }
    }

    private static List<Op> operations() {
        List<Op> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : openApi.path("paths").properties())
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties())
                if (METHODS.contains(operation.getKey()))
                    all.add(new Op(path.getKey(), operation.getKey(), operation.getValue()));
        return all;
    }

    @Test
    void isOpenApi31WithEveryPath() {
        assertThat(openApi.path("openapi").asString()).startsWith("3.1");
        assertThat(operations().stream().map(Op::title))
                .contains(
                        "post /v1/quotes",
                        "put /v1/orders/{id}",
                        "post /v1/driver/offers/{id}/accept",
                        "get /v1/ops/ledger/proof",
                        "get /v1/live/events",
                        "post /v1/sandbox/clock",
                        "post /v1/signin/codes");
    }

    @Test
    void isWithoutFaultInTheEyesOfTheOfficialParser() {
        var read = new OpenAPIV3Parser()
                .readContents(anybody.get("/v1/openapi.json").body(), null, null);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).isNotEmpty();
        var broken = new OpenAPIV3Parser().readContents("{\"openapi\": \"3.1.0\", \"paths\": 7}", null, null);
        assertThat(broken.getMessages()).isNotEmpty();
    }

    @Test
    void namesEachOperationOnceAndItsEveryAnswer() {
        Set<String> names = new HashSet<>();
        for (Op operation : operations()) {
            JsonNode answers = operation.node().path("responses");
            assertThat(names.add(operation.node().path("operationId").asString()))
                    .as(operation.title())
                    .isTrue();
            assertThat(answers.properties().stream().map(Map.Entry::getKey))
                    .as(operation.title())
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("429", "500", "503");
            for (Map.Entry<String, JsonNode> answer : answers.properties())
                if (answer.getKey().charAt(0) > '3')
                    assertThat(answer.getValue()
                                    .path("content")
                                    .path("application/problem+json")
                                    .path("examples")
                                    .size())
                            .as(operation.title() + " " + answer.getKey())
                            .isPositive();
        }
    }

    @Test
    void listsTheCodesOfAnOperation() {
        JsonNode conflict = openApi.path("paths")
                .path("/v1/orders/{id}")
                .path("put")
                .path("responses")
                .path("409")
                .path("content")
                .path("application/problem+json")
                .path("examples");
        assertThat(conflict.has("quote_expired")).isTrue();
        assertThat(conflict.has("order_exists_with_other_body")).isTrue();
    }

    @Test
    void writesNamesAndWordsAsTheJsonHasThem() {
        JsonNode order = openApi.path("components").path("schemas").path("Order");
        assertThat(order.path("properties").has("boarding_code")).isTrue();
        assertThat(order.path("properties").path("status").toString()).contains("in_progress");
        assertThat(order.path("required").toString())
                .contains("\"order_id\"")
                .doesNotContain("boarding_code")
                .doesNotContain("\"guest\"");
    }

    @Test
    void letsNothingPointNowhere() {
        String text = openApi.toString();
        var matcher = java.util.regex.Pattern.compile("#/components/schemas/([A-Za-z0-9_]+)")
                .matcher(text);
        while (matcher.find())
            assertThat(openApi.path("components").path("schemas").has(matcher.group(1)))
                    .as(matcher.group(1))
                    .isTrue();
        for (Op operation : operations())
            for (JsonNode parameter : operation.node().path("parameters"))
                assertThat(parameter.path("name").asString())
                        .as(operation.title())
                        .isNotIn("rider", "driver", "caller", "key", "locale");
    }

    @Test
    void asksForATokenExceptWhereAnybodyMayCome() {
        assertThat(openApi.path("security").toString()).contains("bearer");
        for (Op operation : operations()) {
            boolean open = operation.node().has("security")
                    && operation.node().path("security").isEmpty();
            String path = operation.path().replaceAll("\\{[a-z_]+}", "ord_01935d2a-0000-7000-8000-000000000000");
            if (!operation.method().equals("get") || path.startsWith("/v1/city")) continue;
            assertThat(anybody.get(path).status() == 401).as(operation.title()).isEqualTo(!open);
        }
    }

    @Test
    void namesItsDoors() {
        Answer service = anybody.get("/v1");
        assertThat(service.text("name")).isEqualTo("hansom");
        assertThat(service.text("live")).matches("ws://127\\.0\\.0\\.1:[1-9]\\d*/v1/live");
        assertThat(service.json().path("map").path("hash").asString()).startsWith("0123456789abcdef");
        assertThat(service.json().path("map").path("attribution").asString()).contains("OpenStreetMap");
        Answer asyncApi = anybody.get("/v1/asyncapi.json");
        assertThat(asyncApi.body()).doesNotContain("@HOST@");
        assertThat(service.text("live"))
                .contains(asyncApi.json()
                        .path("servers")
                        .path("live")
                        .path("host")
                        .asString());
    }

    @Test
    void explainsEveryCode() {
        JsonNode rows = anybody.get("/v1/problems").json().path("problems");
        assertThat(rows.size()).isEqualTo(RefusalCode.values().length);
        for (JsonNode row : rows) assertThat(row.path("advice").asString()).isNotBlank();
    }

    @Test
    void movesTheClockForwardOnly() {
        Answer now = anybody.get("/v1/sandbox/clock");
        Answer back = anybody.post("/v1/sandbox/clock", "{\"to\": \"2020-01-01T00:00:00Z\"}");
        assertThat(back.text("code")).isEqualTo("clock_not_movable");
        String to = java.time.Instant.parse(now.text("now"))
                .plus(java.time.Duration.ofDays(1))
                .toString();
        Answer moved = anybody.post("/v1/sandbox/clock", "{\"to\": \"%s\"}".formatted(to));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(java.time.Instant.parse(moved.text("now"))).isAfterOrEqualTo(java.time.Instant.parse(to));
    }

    @Test
    void tellsHowTheUpdateOfTheMapGoes() {
        Answer asked = anybody.post("/v1/sandbox/map-updates", "{\"file\": \"/srv/maps/monaco.osm.pbf\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(edge.town().last()).isEqualTo(new UpdateMap("/srv/maps/monaco.osm.pbf", "sandbox"));
        JsonNode update = anybody.get("/v1/sandbox/map-updates").json().path("update");
        assertThat(update.path("state").asString()).isEqualTo("failed");
        assertThat(update.path("running").asBoolean(true)).isFalse();
        assertThat(update.path("seconds").asDouble()).isEqualTo(12.5);
        assertThat(update.path("built").path(0).path("name").asString()).isEqualTo("roads");
        assertThat(update.path("built").path(0).path("seconds").asDouble()).isEqualTo(4.2);
        assertThat(update.path("code").asString()).isEqualTo("map_unreadable");
        assertThat(anybody.post("/v1/sandbox/map-updates", "{\"file\": \" \"}").status())
                .isEqualTo(400);
    }
}
