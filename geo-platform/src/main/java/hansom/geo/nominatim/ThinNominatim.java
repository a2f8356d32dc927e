package hansom.geo.nominatim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.geo.Point;
import hansom.geo.nominatim.NominatimAway.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks a Nominatim by nothing but HTTP/1.1 and JSON: what a caller typed is always a value, and every answer is read to its end. */
final class ThinNominatim implements Nominatim {
    private static final int MOST_BYTES = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient http;

    ThinNominatim(String url, String agent) {
        this(url, agent, READ);
    }

    ThinNominatim(String url, String agent, Duration read) {
        // Over HTTP/2 the JDK's client asks for an upgrade, which uvicorn answers with 400.
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        factory.setReadTimeout(read);
        http = RestClient.builder()
                .baseUrl(url)
                .requestFactory(factory)
                .defaultHeader(HttpHeaders.USER_AGENT, agent)
                .build();
    }

    @Override
    public List<Hit> search(String text, @Nullable Point near, String language, int limit) {
        Map<String, Object> parameters = parameters(language);
        parameters.put("q", text);
        parameters.put("limit", limit);
        if (near != null)
            parameters.put(
                    "viewbox",
                    "%s,%s,%s,%s"
                            .formatted(
                                    near.lng() - AROUND_DEGREES,
                                    near.lat() + AROUND_DEGREES,
                                    near.lng() + AROUND_DEGREES,
                                    near.lat() - AROUND_DEGREES));
        JsonNode answer = get("/search", parameters);
        if (!answer.isArray()) throw garbled("no list of places", null);
        List<Hit> hits = new ArrayList<>();
        for (JsonNode one : answer) hit(one).ifPresent(hits::add);
        return hits;
    }

    @Override
    public Optional<Hit> reverse(Point point, String language) {
        Map<String, Object> parameters = parameters(language);
        parameters.put("lat", point.lat());
        parameters.put("lon", point.lng());
        parameters.put("zoom", 18);
        parameters.put("layer", "address");
        JsonNode answer = get("/reverse", parameters);
        if (!answer.isObject()) throw garbled("no place", null);
        return answer.has("error") ? Optional.empty() : hit(answer);
    }

    /** Whether it serves: without its database it answers all the same, and says so in the body alone. */
    boolean serves() {
        try {
            return get("/status", Map.of("format", "json")).path("status").asInt(-1) == 0;
        } catch (NominatimAway away) {
            return false;
        }
    }

    private static Map<String, Object> parameters(String language) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("format", "jsonv2", "addressdetails", 1));
        if (!language.isEmpty()) parameters.put("accept-language", language);
        return parameters;
    }

    private JsonNode get(String path, Map<String, Object> parameters) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(path, parameters);
            } catch (NominatimAway away) {
                if (!away.why().passing || attempt == ATTEMPTS) throw away;
            }
        }
    }

    private JsonNode once(String path, Map<String, Object> parameters) {
        try {
            JsonNode answer = http.get()
                    .uri(uri -> {
                        uri.path(path);
                        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
                        return uri.build(parameters);
                    })
                    .exchange((question, response) -> read(response));
            if (answer == null) throw garbled("nothing", null);
            return answer;
        } catch (ResourceAccessException failed) {
            throw new NominatimAway(why(failed.getCause()), String.valueOf(failed.getCause()), failed);
        }
    }

    private static JsonNode read(ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readNBytes(MOST_BYTES);
        int status = response.getStatusCode().value();
        if (status != 200) throw NominatimAway.status(status);
        if (body.length == MOST_BYTES) throw garbled("too long an answer", null);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw garbled("no JSON", noJson);
        }
    }

    private static Why why(@Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) return Why.UNREACHABLE;
        return cause instanceof HttpTimeoutException ? Why.LATE : Why.BROKEN;
    }

    private static NominatimAway garbled(String what, @Nullable Throwable cause) {
        return new NominatimAway(Why.GARBLED, what, cause);
    }

    /** Nothing for what is no object of OpenStreetMap. */
    private static Optional<Hit> hit(JsonNode one) {
        String id = Hit.id(one.path("osm_type").asText(), one.path("osm_id").asText());
        double lat = one.path("lat").asDouble(Double.NaN);
        double lng = one.path("lon").asDouble(Double.NaN);
        if (id == null || !Hit.possible(lat, lng)) return Optional.empty();
        Map<String, String> address = new HashMap<>();
        one.path("address")
                .properties()
                .forEach(part -> address.put(part.getKey(), part.getValue().asText()));
        JsonNode box = one.path("boundingbox");
        Point point = new Point(lat, lng);
        return Optional.of(new Hit(
                id,
                one.path("category").asText(),
                one.path("type").asText(),
                one.path("name").asText(),
                point,
                Extent.of(
                        point,
                        box.path(0).asDouble(lat),
                        box.path(1).asDouble(lat),
                        box.path(2).asDouble(lng),
                        box.path(3).asDouble(lng)),
                address));
    }
}
