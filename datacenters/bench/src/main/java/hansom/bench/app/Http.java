package hansom.bench.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The wire to a node: each call once, a minute at most. */
public final class Http implements Wire {
    public static final ObjectMapper JSON = JsonMapper.builder().build();
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;

    public Http(String url) {
        this.url = url;
    }

    @Override
    public Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .timeout(PATIENCE)
                .method(call.method(), body(call));
        if (call.body() != null) request.header("Content-Type", type(call));
        if (!call.key().isEmpty()) request.header("Idempotency-Key", call.key());
        if (!call.token().isEmpty()) request.header("Authorization", "Bearer " + call.token());
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(call.toString(), answer.statusCode(), read(answer.body()));
        } catch (IOException unreachable) {
            throw new Unreachable(call.toString(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable(call.toString(), stopped);
        }
    }

    private static String type(Call call) {
        return call.body() instanceof Form ? "application/x-www-form-urlencoded" : "application/json";
    }

    private static HttpRequest.BodyPublisher body(Call call) {
        return switch (call.body()) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case Form form -> HttpRequest.BodyPublishers.ofString(form.text());
            case Object json -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(json));
        };
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

    /** What OAuth takes instead of JSON. */
    record Form(Map<String, String> fields) {
        Form {
            fields = Map.copyOf(fields);
        }

        String text() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
        }
    }
}
