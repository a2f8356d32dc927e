package hansom.edge.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.testing.Door;
import hansom.edge.testing.Visitor;
import hansom.edge.testing.Visitor.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that can go wrong in a call, as the app sees it. */
class ProblemTest {
    private static Door door;

    private final Visitor app = door.visitor();

    @BeforeAll
    static void open() {
        door = Door.open(Trouble.class);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    record Stop(@NotNull Integer lat) {}

    record Body(@Positive int pickupTime, @Valid List<Stop> stops, Strict strict) {}

    record Strict(String value) {
        @JsonCreator
        Strict {
            if (value.equals("swapped")) throw new Refused(RefusalCode.COORDINATES_SWAPPED);
        }
    }

    @RestController
    @Profile(Door.TRIALS)
    static class Trouble {
        @PostMapping("/v1/sandbox/trouble")
        String body(@Valid @RequestBody Body body) {
            return "fine";
        }

        @GetMapping("/v1/city/number")
        String number(@RequestParam int limit) {
            return "fine";
        }

        @GetMapping("/v1/city/fails/{how}")
        CompletableFuture<String> fails(@PathVariable String how) {
            return CompletableFuture.failedFuture(
                    switch (how) {
                        case "refused" ->
                            new CompletionException(new CommandExecutionException(
                                    "no", null, new Refusal(RefusalCode.QUOTE_EXPIRED, "since noon")));
                        case "late" -> new CompletionException(new TimeoutException("secret inside"));
                        default -> new IllegalStateException("secret inside");
                    });
        }
    }

    @Test
    void carriesTheRefusalOfACommandWithItsTrace() {
        Answer answer = app.send(
                "GET",
                "/v1/city/fails/refused",
                "",
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("quote_expired");
        assertThat(answer.text("detail")).isEqualTo("since noon");
        assertThat(answer.text("instance")).isEqualTo("/v1/city/fails/refused");
        assertThat(answer.text("trace_id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(answer.json().path("retryable").asBoolean(true)).isFalse();
        assertThat(answer.json().path("status").asInt()).isEqualTo(409);
        assertThat(answer.text("type")).endsWith("quote_expired");
        assertThat(answer.text("title")).isNotEmpty();
    }

    @Test
    void saysThatWhatPassesMayBeTriedAgain() {
        Answer late = app.get("/v1/city/fails/late");
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.json().path("retryable").asBoolean()).isTrue();
        assertThat(late.header("Retry-After")).isNotEmpty();
        Answer broken = app.get("/v1/city/fails/otherwise");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.text("code")).isEqualTo("internal_error");
        assertThat(broken.body() + late.body()).doesNotContain("secret", "Exception", "at hansom");
    }

    @Test
    void pointsAtEveryWrongField() {
        Answer answer = post("{\"pickup_time\":0,\"stops\":[{\"lat\":1},{}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(pointers(answer)).containsExactlyInAnyOrder("#/pickup_time", "#/stops/1/lat");
        assertThat(pointers(post("{\"pickup_time\":1,\"stops\":[{\"lat\":\"north\"}]}")))
                .containsExactly("#/stops/0/lat");
        assertThat(app.get("/v1/city/number?limit=many")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("parameter")
                        .asString())
                .isEqualTo("limit");
        assertThat(app.get("/v1/city/number").text("code")).isEqualTo("invalid_request");
    }

    @Test
    void keepsACodeThatWasRefusedWhileReading() {
        Answer answer = post("{\"pickup_time\":1,\"strict\":{\"value\":\"swapped\"}}");
        assertThat(answer.text("code")).isEqualTo("coordinates_swapped");
        assertThat(pointers(answer)).containsExactly("#/strict");
    }

    @Test
    void tellsMalformedFromUnexpectedAndUnsupported() {
        assertThat(post("{\"pickup_time\":").text("code")).isEqualTo("malformed_body");
        assertThat(post("[]").status()).isEqualTo(400);
        Answer xml = app.send("POST", "/v1/sandbox/trouble", "<a/>", Map.of("Content-Type", "application/xml"));
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.text("code")).isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsToldOrNot() {
        String large = "{\"pickup_time\":1,\"x\":\"%s\"}".formatted("a".repeat(1 << 20));
        assertThat(post(large).status()).isEqualTo(413);
        Answer chunked = app.sendChunked("/v1/sandbox/trouble", large);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.text("code")).isEqualTo("body_too_large");
    }

    @Test
    void knowsPathsAndMethods() {
        Answer method = app.delete("/v1/city/number");
        assertThat(method.status()).isEqualTo(401);
        assertThat(app.get("/v1/city/nowhere").text("code")).isEqualTo("not_found");
        assertThat(app.get("/nowhere.html").header("Content-Type")).startsWith("application/problem+json");
        String token = app.signIn("+79990000001", "rider", "d").text("access_token");
        assertThat(app.with(token).get("/v1/nowhere").status()).isEqualTo(404);
        Answer other = app.with(token).send("PUT", "/v1/signin/codes", "{}", Map.of());
        assertThat(other.status()).isEqualTo(405);
        assertThat(other.header("Allow")).isEqualTo("POST");
        assertThat(app.with("forged").get("/v1/city/nowhere").status()).isEqualTo(401);
    }

    private Answer post(String body) {
        return app.post("/v1/sandbox/trouble", body);
    }

    private static List<String> pointers(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(fault -> fault.path("pointer").asString(""))
                .toList();
    }
}
