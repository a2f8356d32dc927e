package hansom.edge.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import hansom.edge.testing.WholeEdge;
import hansom.engines.StartRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers and their pages of other origins, on the whole edge. */
class OriginFilterTest {
    private static final String PAGE = "https://app.example.org";
    private static final String EVIL = "https://evil.example.org";
    private static WholeEdge edge;
    private static Visitor browser;

    @BeforeAll
    static void open() {
        edge = WholeEdge.open(Map.of("hansom.cors.origins", "https://other.example.org, " + PAGE));
        browser = edge.visitor();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    private static Answer preflight(String path, String origin, String method, String... headers) {
        return browser.send(
                "OPTIONS",
                path,
                "",
                Map.of(
                        "Origin", origin,
                        "Access-Control-Request-Method", method,
                        "Access-Control-Request-Headers", String.join(",", headers)));
    }

    private static List<String> listed(Answer answer, String header) {
        return Arrays.stream(answer.header(header).split(","))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/quotes", "/v1/orders/ord_1", "/v1/live/events", "/oauth2/token", "/oauth2/revoke"})
    void letAnAllowedPageAskForAllThatTheApiUses(String path) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = preflight(
                    path,
                    PAGE,
                    method,
                    "authorization",
                    "content-type",
                    "idempotency-key",
                    "if-none-match",
                    "last-event-id");
            assertThat(answer.status())
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
            assertThat(listed(answer, "Access-Control-Allow-Methods")).contains(method);
            assertThat(listed(answer, "Access-Control-Allow-Headers"))
                    .contains("authorization", "content-type", "idempotency-key", "if-none-match", "last-event-id");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
            assertThat(answer.header("Vary")).contains("Origin");
        }
    }

    @Test
    void letItReadAnswersAndRefusalsWithTheirHeaders() {
        Answer service = browser.send("GET", "/v1", "", Map.of("Origin", PAGE));
        assertThat(service.status()).isEqualTo(200);
        Answer stranger = browser.send("GET", "/v1/me", "", Map.of("Origin", PAGE));
        assertThat(stranger.status()).isEqualTo(401);
        Answer token = browser.send(
                "POST",
                "/oauth2/token",
                "grant_type=refresh_token&client_id=hansom-app&refresh_token=x",
                Map.of("Origin", PAGE, "Content-Type", "application/x-www-form-urlencoded"));
        assertThat(token.text("error")).isEqualTo("invalid_grant");
        for (Answer answer : List.of(service, stranger, token)) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
            assertThat(listed(answer, "Access-Control-Expose-Headers"))
                    .contains("ETag", "Retry-After", "RateLimit-Remaining", "Trace-Id", "Idempotency-Replayed");
        }
    }

    @Test
    void refuseOtherPagesBeforeAnythingHappens() {
        Answer asked = preflight("/v1/signin/codes", EVIL, "POST", "content-type");
        Answer called = browser.send(
                "POST",
                "/v1/signin/codes",
                "{\"phone\":\"+79990000555\"}",
                Map.of("Origin", EVIL, "Content-Type", "application/json"));
        for (Answer answer : List.of(asked, called, preflight("/v1", PAGE + ".evil.org", "GET"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(called.text("code")).isEqualTo("forbidden");
        assertThat(browser.get("/v1/sandbox/codes?phone=%2B79990000555").status())
                .isEqualTo(404);
        assertThat(preflight("/v1", PAGE, "TRACE").status()).isEqualTo(403);
        assertThat(preflight("/v1", PAGE, "GET", "x-unknown").status()).isEqualTo(403);
    }

    @Test
    void leaveAppsAndOwnPagesAlone() {
        assertThat(browser.get("/v1").header("Access-Control-Allow-Origin")).isEmpty();
        Answer own = browser.send("GET", "/v1", "", Map.of("Origin", browser.base()));
        assertThat(own.status()).isEqualTo(200);
        Answer page = browser.send("GET", "/signin", "", Map.of("Origin", PAGE));
        assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void sayNothingWhereNothingIsConfigured() {
        try (WholeEdge silent = WholeEdge.open()) {
            Answer answer = silent.visitor().send("GET", "/v1", "", Map.of("Origin", PAGE));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void areNeverAllOfThem() {
        for (String wrong : List.of("*", "https://*.example.org", "null", "app.example.org", "https://a.example.org/"))
            assertThatThrownBy(() -> new Origins(List.of(wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("exact origins");
    }
}
