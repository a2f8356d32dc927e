package hansom.bench.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A device that speaks the public API, signed in as one person or as nobody. */
public class Phone {
    static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private volatile String token = "";
    private volatile String refreshToken = "";

    public Phone(String url) {
        this.url = url;
    }

    /** Signs in with a phone code that the sandbox tells. */
    public final void signIn(String role, String number) {
        post("/v1/signin/codes", Map.of("phone", number, "role", role)).orRefused();
        String code =
                get("/v1/sandbox/codes?phone=" + encode(number)).orRefused().text("code");
        use(form(Map.of(
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
                        device(number),
                        "device_name",
                        "bench"))
                .orRefused());
    }

    private static String device(String number) {
        return "bench-" + number;
    }

    /** Gets a new token for the old one's successor. */
    public final void renew(String number) {
        use(form(Map.of(
                        "client_id",
                        "hansom-app",
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        refreshToken,
                        "device",
                        device(number)))
                .orRefused());
    }

    final void use(Answer tokens) {
        token = tokens.text("access_token");
        refreshToken = tokens.text("refresh_token");
    }

    public final String token() {
        return token;
    }

    /** Whose phone it is, as the token says. */
    public final String person() {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .path("sub")
                .asString();
    }

    public final Answer get(String path) {
        return call("GET", path, null);
    }

    public final Answer post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    public final Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public final Answer patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    public final Answer delete(String path) {
        return call("DELETE", path, null);
    }

    private Answer call(String method, String path, @Nullable Object body) {
        String text = body == null ? "" : JSON.writeValueAsString(body);
        HttpRequest.Builder request = request(method, path, text);
        if (!text.isEmpty()) request.header("Content-Type", "application/json");
        if (method.equals("POST"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return send(method + " " + path, request.build());
    }

    /** A request for tokens, as OAuth takes them. */
    final Answer form(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST /oauth2/token",
                request("POST", "/oauth2/token", body)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    private static Answer send(String call, HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(call, answer.statusCode(), read(answer.body()));
        } catch (IOException unreachable) {
            throw new Unreachable(call, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable(call, stopped);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (RuntimeException notJson) {
            return JSON.createObjectNode().put("text", body);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
