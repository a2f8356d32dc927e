package hansom.city.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The node's door. A call that got no answer is made again, with the same key, until there is one: an app in a tunnel does no less. What the
 * node must not answer is counted as an error.
 */
public final class Door implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;
    private static final int TIMES_UNAVAILABLE = 8;

    private final String url;
    private final Tally tally;
    private final Outages outages;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    public Door(String url, Tally tally, Outages outages) {
        this.url = url;
        this.tally = tally;
        this.outages = outages;
    }

    /** An answer, and whether it took more than one attempt: then an earlier one may have done it. */
    record Told(Answer answer, boolean repeated) {}

    HttpClient http() {
        return http;
    }

    Tally tally() {
        return tally;
    }

    Outages outages() {
        return outages;
    }

    /** Called by nobody in particular. */
    public Answer ask(Call call) throws InterruptedException {
        return judged(call, told(call, null), "somebody");
    }

    public Answer ask(Call call, String token) throws InterruptedException {
        return judged(call, told(call, token), "the office");
    }

    /** A single attempt, judged by nobody; empty while nobody answers. */
    public Optional<Answer> once(Call call) throws InterruptedException {
        try {
            return Optional.of(answer(http.send(request(call, null), BodyHandlers.ofString())));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** Counts what ought not to have been answered. */
    Answer judged(Call call, Told told, String who) {
        Answer answer = told.answer();
        if (answer.ok() || call.mayBe().contains(answer.code())) return answer;
        if (told.repeated() && answer.status() / 100 == 4) return answer;
        if (outages.lately() && answer.status() == 503) return answer;
        String path =
                call.path().replaceAll("[a-z]{3}_[0-9a-f-]{36}[^/?]*", "…").replaceAll("\\?.*", "");
        tally.error(
                "%s %s %d %s".formatted(call.method(), path, answer.status(), answer.code()),
                "%s: %s".formatted(who, shortened(Json.write(answer.body()))));
        return answer;
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    /** The first answer that is one; 503 is asked again for a while. */
    Told told(Call call, @Nullable String token) throws InterruptedException {
        long giveUp = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        int unavailable = 0;
        for (int attempt = 0; ; attempt++) {
            try {
                Answer answer = answer(http.send(request(call, token), BodyHandlers.ofString()));
                tally.count("calls");
                boolean passing = answer.status() == 503 || answer.is("idempotency_in_progress");
                if (!passing || ++unavailable > TIMES_UNAVAILABLE) return new Told(answer, attempt > 0);
                tally.count(outages.lately() ? "unavailable_after_outage" : "unavailable");
            } catch (HttpTimeoutException slow) {
                if (!outages.lately()) tally.error("timeout", call.method() + " " + call.path());
            } catch (IOException away) {
                outages.seen();
            }
            if (System.nanoTime() > giveUp) throw new NodeGone(url);
            pause(attempt);
        }
    }

    private static void pause(int attempt) throws InterruptedException {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 6));
        Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private HttpRequest request(Call call, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (call.key() != null) request.header("Idempotency-Key", call.key());
        JsonNode body = call.body();
        String form = call.form();
        if (form != null)
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(call.method(), BodyPublishers.ofString(form))
                    .build();
        if (body == null)
            return request.method(call.method(), BodyPublishers.noBody()).build();
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static Answer answer(HttpResponse<String> response) {
        JsonNode body = Json.read(response.body()).orElseGet(MissingNode::getInstance);
        boolean ok = response.statusCode() / 100 == 2;
        String code = ok ? "" : body.path("code").asText(body.path("error").asText("no_code"));
        return new Answer(response.statusCode(), code, body);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
