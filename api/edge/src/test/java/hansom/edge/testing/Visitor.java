package hansom.edge.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a node over HTTP as an app does. */
public record Visitor(String base, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer as it came. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Visitor with(String accessToken) {
        return new Visitor(base, accessToken);
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return sent(request, headers);
    }

    public Answer put(String path, String type, byte[] body) {
        return sent(
                HttpRequest.newBuilder(URI.create(base + path)).PUT(BodyPublishers.ofByteArray(body)),
                Map.of("Content-Type", type));
    }

    public byte[] bytes(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first lines of a stream that never ends. */
    public List<String> lines(String path, int most) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
            try (var lines = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                return lines.limit(most).toList();
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Posts JSON without telling its length. */
    public Answer sendChunked(String path, String body) {
        var content =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return sent(
                HttpRequest.newBuilder(URI.create(base + path)).POST(content),
                Map.of("Content-Type", "application/json"));
    }

    private Answer sent(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Asks for a code, reads it in the sandbox and exchanges it. */
    public Answer signIn(String phone, String role, String device) {
        Answer sent = post("/v1/signin/codes", "{\"phone\":\"%s\"}".formatted(phone));
        if (sent.status() != 202) throw new IllegalStateException(sent.body());
        return exchange(phone, code(phone), role, device);
    }

    public String code(String phone) {
        return get("/v1/sandbox/codes?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8))
                .text("code");
    }

    public Answer exchange(String phone, String code, String role, String device) {
        return form(
                "/oauth2/token",
                Map.of(
                        "client_id", "hansom-app",
                        "grant_type", "urn:hansom:params:oauth:grant-type:phone_code",
                        "phone", phone,
                        "code", code,
                        "role", role,
                        "device", device,
                        "device_name", "a phone of " + role));
    }

    public Answer refresh(String refreshToken, String device) {
        return form(
                "/oauth2/token",
                Map.of(
                        "client_id",
                        "hansom-app",
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        refreshToken,
                        "device",
                        device));
    }
}
