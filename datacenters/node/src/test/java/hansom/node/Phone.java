package hansom.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A phone with an app on it that knows nothing but the public API. */
class Phone {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private String url;
    private @Nullable String token;
    private @Nullable String refreshToken;

    Phone(String url) {
        this.url = url;
    }

    /** From now on it calls another node, with what it holds. */
    void callsFromNowOn(String other) {
        url = other;
    }

    /** Signs in with a phone code that the sandbox tells. */
    Answer signIn(String role, String number) {
        post("/v1/signin/codes", Map.of("phone", number, "role", role)).taken();
        String code = get("/v1/sandbox/codes?phone=" + encode(number)).taken().text("code");
        Answer answer = exchange(role, number, code);
        if (answer.status() == 200) use(answer);
        return answer;
    }

    /** Tokens for the code that came to the phone. */
    Answer exchange(String role, String number, String code) {
        return form(
                "/oauth2/token",
                Map.of(
                        "client_id",
                        "hansom-app",
                        "grant_type",
                        "urn:hansom:params:oauth:grant-type:phone_code",
                        "phone",
                        number,
                        "code",
                        code,
                        "role",
                        role,
                        "device",
                        "test-" + number,
                        "device_name",
                        "test"));
    }

    void use(Answer tokens) {
        token = tokens.text("access_token");
        refreshToken = tokens.text("refresh_token");
    }

    String token() {
        return String.valueOf(token);
    }

    String refreshToken() {
        return String.valueOf(refreshToken);
    }

    /** Whose phone it is, as the token says. */
    String person() {
        String claims = token().split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sub").asString();
    }

    Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    Answer post(String path, @Nullable Object body) {
        return call(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer put(String path, Object body) {
        return call("PUT", path, body, Map.of());
    }

    Answer patch(String path, Object body) {
        return call("PATCH", path, body, Map.of());
    }

    Answer delete(String path) {
        return call("DELETE", path, null, Map.of());
    }

    Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (body != null) all.putIfAbsent("Content-Type", "application/json");
        return send(
                method,
                path,
                body == null ? "" : body instanceof String text ? text : JSON.writeValueAsString(body),
                all);
    }

    /** A form, as OAuth takes them. */
    Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null && !headers.containsKey("Authorization")) request.header("Authorization", "Bearer " + token);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + path, answer.statusCode(), read(answer.body()), answer.headers());
        } catch (IOException unreachable) {
            throw new AssertionError("%s %s was not answered".formatted(method, path), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (RuntimeException notJson) {
            return JSON.createObjectNode().put("text", body);
        }
    }

    /** Asks until the answer is as awaited, a minute at most. */
    Answer until(String path, Predicate<Answer> awaited) {
        AtomicReference<@Nullable Answer> last = new AtomicReference<>();
        await(path).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            Answer answer = get(path);
            last.set(answer);
            if (!awaited.test(answer)) throw new AssertionError("last: " + answer.status() + " " + answer.body());
        });
        return Objects.requireNonNull(last.get());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
